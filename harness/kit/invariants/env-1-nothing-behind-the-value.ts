import { printable } from '../printable.ts'
import { defineInvariant } from './invariant.ts'

/** ENV-1, its SHOULD. Who reads a command line reads the last line first. */
export default defineInvariant({
  clause: 'ENV-1',
  aspect: 'nothing behind',
  level: 'SHOULD',
  claim: 'on a command line nothing follows the value on standard output',
  concerns: ({ answer: { result } }) => result.kind === 'answered',
  judge({ answer: { result } }) {
    if (result.kind !== 'answered' || result.followedBy === undefined) return undefined
    return {
      expected: 'nothing behind the value on standard output',
      actual: printable(result.followedBy, 200),
    }
  },
})
