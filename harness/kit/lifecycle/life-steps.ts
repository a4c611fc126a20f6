import fc from 'fast-check'
import { shrinkByRemoval } from '../arbitraries/shrink-by-removal.ts'

/** The states to which a search is moved; never back, so a step may turn out to be none. */
export const LIFE_STATES = [
  { status: 'EXECUTE', progress: 10 },
  { status: 'EXECUTE', progress: 60 },
  { status: 'SORTING', progress: 90 },
  { status: 'COMPLETED', progress: 100 },
  { status: 'CANCELED', progress: 60 },
  { status: 'ERROR', progress: 60 },
] as const

/** What happens next in the life of several searches. `search` counts those made so far, modulo. */
export type LifeStep =
  | { readonly step: 'query'; readonly severity: number }
  | { readonly step: 'status' | 'delete'; readonly search: number }
  | {
      readonly step: 'results'
      readonly search: number
      readonly offset: number
      readonly length: number
    }
  | { readonly step: 'advance'; readonly search: number; readonly to: number }
  /** The next request of the connector is answered with this error of the data source. */
  | { readonly step: 'fault'; readonly code: number }

const MOST_SEARCHES = 3
const FEWEST_STEPS = 2
const MOST_STEPS = 14
const search = fc.nat({ max: MOST_SEARCHES - 1 })

/** Any interleaving of a few dozen steps; shrinks to fewer and simpler ones. */
export function lifeSteps({
  canDelete,
}: {
  /** Whether `delete` reaches the data source; where it does not, it is no step in a search's life. */
  readonly canDelete: boolean
}): fc.Arbitrary<LifeStep[]> {
  const step = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ step: fc.constant('query' as const), severity: fc.nat({ max: 9 }) }),
    },
    { weight: 4, arbitrary: fc.record({ step: fc.constant('status' as const), search }) },
    {
      weight: 4,
      arbitrary: fc.record({
        step: fc.constant('results' as const),
        search,
        offset: fc.nat({ max: 6 }),
        length: fc.integer({ min: 1, max: 6 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        step: fc.constant('advance' as const),
        search,
        to: fc.nat({ max: LIFE_STATES.length - 1 }),
      }),
    },
    {
      weight: canDelete ? 1 : 0,
      arbitrary: fc.record({ step: fc.constant('delete' as const), search }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        step: fc.constant('fault' as const),
        code: fc.constantFrom(1010, 1020, 429),
      }),
    },
  )
  const lives = fc.array<LifeStep>(step, { minLength: FEWEST_STEPS, maxLength: MOST_STEPS })
  return shrinkByRemoval(lives, FEWEST_STEPS)
}

const COMPLETED = 3

/** Two searches side by side, in the ways in which one can be taken for the other. */
export const TELLING_LIVES: readonly (readonly LifeStep[])[] = [
  [
    { step: 'query', severity: 2 },
    { step: 'query', severity: 7 },
    { step: 'advance', search: 0, to: COMPLETED },
    { step: 'status', search: 0 },
    { step: 'status', search: 1 },
    { step: 'results', search: 0, offset: 0, length: 5 },
    { step: 'advance', search: 1, to: COMPLETED },
    { step: 'results', search: 1, offset: 0, length: 5 },
    { step: 'results', search: 0, offset: 2, length: 3 },
  ],
  [
    { step: 'query', severity: 1 },
    { step: 'query', severity: 1 },
    { step: 'delete', search: 0 },
    { step: 'status', search: 1 },
    { step: 'status', search: 0 },
    { step: 'fault', code: 1010 },
    { step: 'status', search: 1 },
    { step: 'status', search: 1 },
  ],
]
