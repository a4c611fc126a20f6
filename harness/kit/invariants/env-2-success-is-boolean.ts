import { isObject } from '../answer.ts'
import { printable } from '../printable.ts'
import { defineInvariant } from './invariant.ts'

/** ENV-2. An answer that is no envelope is left to ENV-1. */
export default defineInvariant({
  clause: 'ENV-2',
  claim: '`success` is true or false',
  concerns: ({ answer: { result } }) => result.kind === 'answered' && isObject(result.value),
  judge({ answer: { result } }) {
    const { success } = envelopeIn(result)
    if (typeof success === 'boolean') return undefined
    return { expected: '`success` as a boolean', actual: printable(success) }
  },
})

function envelopeIn(result: { readonly kind: string; readonly value?: unknown }) {
  return isObject(result.value) ? result.value : {}
}
