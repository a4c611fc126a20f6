import { isObject } from '../answer.ts'
import { describeAnswer } from '../expectations.ts'
import { defineInvariant } from './invariant.ts'

/** MODE-1. `is_async` says the same whatever the data source is up to: the caller plans with it. */
export default defineInvariant({
  clause: 'MODE-1',
  aspect: 'every answer',
  claim: '`is_async` answers one boolean, the same at every call',
  spoils: 'case',
  // No value at all, and an envelope, are left to ENV-1.
  concerns: ({ answer: { method, result } }) =>
    method === 'is_async' && result.kind === 'answered' && !isObject(result.value),
  judge({ answer, capabilities: { mode, declarations } }) {
    const { reading } = answer
    if (reading.kind !== 'boolean')
      return { expected: 'true or false', actual: describeAnswer(answer) }
    if (reading.value === (mode === 'asynchronous')) return undefined
    const why =
      declarations.mode === undefined
        ? 'as when it was asked first'
        : `since its author declares that it is ${declarations.mode}`
    return { expected: `${!reading.value}, ${why}`, actual: String(reading.value) }
  },
})
