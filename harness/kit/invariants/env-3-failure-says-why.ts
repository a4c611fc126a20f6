import { ERROR_CODES, ErrorCode } from '../../../contracts/error-code.ts'
import { printable } from '../printable.ts'
import { defineInvariant } from './invariant.ts'

/** ENV-3. Every failure carries a known code. */
export const knownCode = defineInvariant({
  clause: 'ENV-3',
  claim: '`code` is an ErrorCode in every failure',
  spoils: 'code',
  concerns: ({ answer: { reading } }) => reading.kind === 'failure',
  judge({ answer: { reading } }) {
    if (reading.kind !== 'failure') return undefined
    const { code } = reading.envelope
    if (ErrorCode.safeParse(code).success) return undefined
    return {
      expected: `one of the codes ${ERROR_CODES.join(', ')}`,
      actual: `code ${printable(code)}`,
    }
  },
})

/** ENV-3. Every failure says something. */
export const saysSomething = defineInvariant({
  clause: 'ENV-3',
  aspect: 'error',
  claim: '`error` is a non-empty string in every failure',
  concerns: ({ answer: { reading } }) => reading.kind === 'failure',
  judge({ answer: { reading } }) {
    if (reading.kind !== 'failure') return undefined
    const { error } = reading.envelope
    if (typeof error === 'string' && error !== '') return undefined
    return { expected: '`error` as a non-empty string', actual: `error ${printable(error)}` }
  },
})
