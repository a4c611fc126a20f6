import { situation, tellingSituations } from '../../kit/arbitraries/situation.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'
import { isWaitedFor } from '../../kit/is-waited-for.ts'
import { provoke } from '../../kit/provoke.ts'

/**
 * ENV-1. Any call in any circumstances. That every answer is what holds of all is judged wherever one is met; here, that
 * there is one at all.
 */
export default defineCheck({
  clause: 'ENV-1',
  claim: 'every method gives an answer, whatever is asked and whatever the data source does',
  provides: ['ENV-2', 'ENV-3', 'ENV-5', 'ENV-6', 'SEC-1', 'SEC-2'],
  cases: situation,
  always: tellingSituations,
  async run(session, example) {
    const answer = await provoke(session, example)
    if (isWaitedFor(answer.result)) violated('an answer', describeAnswer(answer))
  },
})
