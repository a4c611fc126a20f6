import { KEYS_OF_FAILURE, KEYS_OF_SUCCESS } from '../../../contracts/envelopes.ts'
import { describeAnswer } from '../expectations.ts'
import { defineInvariant } from './invariant.ts'

/** ENV-2, its SHOULD. An envelope is of one outcome: it does not carry the keys of the other. */
export default defineInvariant({
  clause: 'ENV-2',
  aspect: 'one outcome',
  level: 'SHOULD',
  claim: 'the keys of the other outcome are absent',
  concerns: ({ answer: { reading } }) => reading.kind === 'success' || reading.kind === 'failure',
  judge({ answer }) {
    const { reading } = answer
    if (reading.kind !== 'success' && reading.kind !== 'failure') return undefined
    const foreign: readonly string[] =
      reading.kind === 'success' ? KEYS_OF_FAILURE : KEYS_OF_SUCCESS
    if (!foreign.some((key) => key in reading.envelope)) return undefined
    return {
      expected: `a ${reading.kind} envelope without ${foreign.join(', ')}`,
      actual: describeAnswer(answer),
    }
  },
})
