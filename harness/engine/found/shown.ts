import type { Declarations } from '../../../contracts/declarations.ts'
import type { Check, Sight } from '../../kit/define-check.ts'
import type { CallFacts } from '../case-facts.ts'
import type { CheckResult, NotShown } from './result.ts'

type Seen = Pick<CallFacts, 'method' | 'reached' | 'outcome'>

/** What a call has to be for each of them, and what is said where no call was. */
const SIGHTS: Readonly<
  Record<Sight, { readonly isIn: (call: Seen) => boolean; readonly otherwise: string }>
> = {
  'a case': { isIn: () => true, otherwise: 'no call was made' },
  'a request': {
    isIn: ({ reached }) => reached,
    otherwise: 'no request reached the data source',
  },
  'a success': {
    isIn: ({ reached, outcome }) => reached && outcome === 'success',
    otherwise: 'no call that asks the data source succeeded',
  },
  'a failure': {
    isIn: ({ reached, outcome }) => reached && outcome === 'failure',
    otherwise: 'no call that asks the data source failed',
  },
  'a page': {
    isIn: ({ method, reached, outcome }) =>
      method === 'results' && reached && outcome === 'success',
    otherwise: 'no page was read from the data source',
  },
}

/** Whether the calls of a case show what a check is about. */
export function isShownBy(sight: Sight, calls: readonly Seen[]): boolean {
  return sight === 'a case' || calls.some(SIGHTS[sight].isIn)
}

/**
 * What is said of a check in whose cases nothing failed, and nothing was seen of what it is about. Of a clause that its
 * author declares not to apply nobody has to see anything.
 */
export function notShown(
  { clause, shows }: Pick<Check, 'clause' | 'shows'>,
  { not_applicable: declared = {} }: Declarations,
  tried: Omit<NotShown, 'state' | 'reason'>,
): CheckResult {
  const reason = declared[clause]
  return reason === undefined
    ? { state: 'not-shown', ...tried, reason: whyNotShown(shows, tried.cases) }
    : { state: 'not-applicable', reason: `its author declares: ${reason}` }
}

function whyNotShown(sight: Sight, cases: number): string {
  const { otherwise } = SIGHTS[cases === 0 ? 'a request' : sight]
  const all = cases === 0 ? 'any of its cases' : `any of its ${cases} cases`
  return `${otherwise} in ${cases === 1 ? 'its one case' : all}`
}
