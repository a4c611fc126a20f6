import type * as z from 'zod'
import { SUCCESS_ENVELOPES } from '../../../contracts/envelopes.ts'
import { type Answer, isObject } from '../answer.ts'
import { describeAnswer } from '../expectations.ts'
import { isWaitedFor } from '../is-waited-for.ts'
import type { Finding } from '../violation.ts'
import { defineInvariant } from './invariant.ts'

/**
 * ENV-1. Whatever is asked and whatever the data source does, the answer is one of the two envelopes. The type of
 * `success` is left to ENV-2, what a failure says to ENV-3, and a bare value of `is_async` to MODE-1.
 */
export default defineInvariant({
  clause: 'ENV-1',
  aspect: 'every answer',
  claim: 'every answer is a success envelope of its method or the failure envelope',
  spoils: 'case',
  concerns: ({ answer }) => !isWaitedFor(answer.result),
  judge: ({ answer }) => (answer.method === 'is_async' ? notBare(answer) : noEnvelope(answer)),
})

function notBare(answer: Answer): Finding | undefined {
  const { result } = answer
  if (result.kind === 'answered' && !isObject(result.value)) return undefined
  return { expected: 'true or false', actual: describeAnswer(answer) }
}

function noEnvelope(answer: Answer): Finding | undefined {
  const { method, reading } = answer
  if (reading.kind === 'failure') return undefined
  if (reading.kind !== 'success') {
    return { expected: 'a success or failure envelope', actual: describeAnswer(answer) }
  }
  const parsed = SUCCESS_ENVELOPES[method].safeParse({ ...reading.envelope, success: true })
  if (parsed.success) return undefined
  const why = parsed.error.issues.map(inWords).join('; ')
  return {
    expected: `the success envelope of ${method}`,
    actual: `${describeAnswer(answer)}: ${why}`,
  }
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`
}
