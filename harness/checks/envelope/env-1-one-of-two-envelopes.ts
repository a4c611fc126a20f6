import type * as z from 'zod'
import { SUCCESS_ENVELOPES } from '../../../contracts/envelopes.ts'
import type { Answer } from '../../kit/answer.ts'
import { situation, tellingSituations } from '../../kit/arbitraries/situation.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'
import { provoke } from '../../kit/provoke.ts'

/**
 * ENV-1. Whatever is asked and whatever the data source does, the answer is one of the two envelopes.
 * The type of `success` is left to ENV-2, and what a failure says to ENV-3.
 */
export default defineCheck({
  clause: 'ENV-1',
  claim: 'every method answers with its success envelope or the failure envelope',
  provides: ['ENV-2'],
  cases: situation,
  always: tellingSituations,
  async run(session, example) {
    isEnvelope(await provoke(session, example))
  },
})

function isEnvelope(answer: Answer): void {
  const { method, reading } = answer
  if (method === 'is_async') {
    if (reading.kind !== 'boolean') violated('true or false', describeAnswer(answer))
    return
  }
  if (reading.kind === 'failure') return
  if (reading.kind !== 'success') {
    violated('a success or failure envelope', describeAnswer(answer))
  }
  const schema = SUCCESS_ENVELOPES[method]
  const parsed = schema.safeParse({ ...reading.envelope, success: true })
  if (parsed.success) return
  violated(
    `the success envelope of ${method}`,
    `${describeAnswer(answer)}: ${parsed.error.issues.map(inWords).join('; ')}`,
  )
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`
}
