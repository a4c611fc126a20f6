import type { Answer } from '../answer.ts'
import { countOf } from '../count-of.ts'
import { requestsOf } from '../requests.ts'
import { defineInvariant } from './invariant.ts'

const SLACK = 10

/** PAGE-8. However a data source goes round in circles, a call asks no more than so often; logging in is not counted. */
export default defineInvariant({
  clause: 'PAGE-8',
  aspect: 'every answer',
  claim: 'a call makes at most offset + length + 10 requests',
  spoils: 'wait',
  concerns: ({ answer }) => mostOf(answer) !== undefined,
  judge({ answer, capabilities: { source } }) {
    const most = mostOf(answer) ?? 0
    const { length: made } = requestsOf(answer, source)
    if (made <= most) return undefined
    return { expected: `at most ${most} requests`, actual: `${made} requests` }
  },
})

function mostOf({ method, arguments: [, given, asked] }: Answer): number | undefined {
  const [offset, length] = [countOf(given), countOf(asked)]
  if (method !== 'results' || offset === undefined || length === undefined) return undefined
  return offset + length + SLACK
}
