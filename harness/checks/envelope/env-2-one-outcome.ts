import { KEYS_OF_FAILURE, KEYS_OF_SUCCESS } from '../../../contracts/envelopes.ts'
import { situation, tellingSituations } from '../../kit/arbitraries/situation.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'
import { provoke } from '../../kit/provoke.ts'

/** ENV-2, its SHOULD. An envelope is of one outcome: it does not carry the keys of the other. */
export default defineCheck({
  clause: 'ENV-2',
  aspect: 'one outcome',
  level: 'SHOULD',
  claim: 'the keys of the other outcome are absent',
  cases: situation,
  always: tellingSituations,
  async run(session, example) {
    const answer = await provoke(session, example)
    const { reading } = answer
    if (reading.kind !== 'success' && reading.kind !== 'failure') return
    const foreign: readonly string[] =
      reading.kind === 'success' ? KEYS_OF_FAILURE : KEYS_OF_SUCCESS
    const found = foreign.filter((key) => key in reading.envelope)
    if (found.length > 0) {
      violated(`a ${reading.kind} envelope without ${foreign.join(', ')}`, describeAnswer(answer))
    }
  },
})
