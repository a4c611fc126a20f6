import fc from 'fast-check'
import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import type { Code } from '../../../contracts/data-source/errors.ts'
import { codesWithRoles } from '../../../contracts/data-source/means-of.ts'
import { statesOf } from '../../../contracts/data-source/states-of.ts'
import { shrinkByRemoval } from '../arbitraries/shrink-by-removal.ts'
import type { Standing } from './standing.ts'

/**
 * The states to which a search is moved; never back, so a step may turn out to be none. The place of one that
 * the data source has not is empty: a step names a state by its place, the same at every data source.
 */
export function lifeStates(source: DataSource): readonly (Standing | undefined)[] {
  const { middle, last, completed, canceled, failed } = statesOf(source)
  const places = [
    [middle, 10],
    [middle, 60],
    [last, 90],
    [completed, 100],
    [canceled, 60],
    [failed, 60],
  ] as const
  return places.map(([status, progress]) =>
    status === undefined ? undefined : { status, progress },
  )
}

/** What happens next in the life of several searches. `search` counts those made so far, modulo. */
export type LifeStep =
  /** The query is one of those that select some rows, the fewer the greater `severity`. */
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
  | { readonly step: 'fault'; readonly code: Code }

const MOST_SEARCHES = 3
const FEWEST_STEPS = 2
const MOST_STEPS = 14
const search = fc.nat({ max: MOST_SEARCHES - 1 })

/** Any interleaving of a few dozen steps; shrinks to fewer and simpler ones. */
export function lifeSteps({
  canDelete,
  source,
}: {
  /** Whether `delete` reaches the data source; where it does not, it is no step in a search's life. */
  readonly canDelete: boolean
  readonly source: DataSource
}): fc.Arbitrary<LifeStep[]> {
  const codes = codesOfAMoment(source)
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
        to: placeOfAState(source),
      }),
    },
    {
      weight: canDelete ? 1 : 0,
      arbitrary: fc.record({ step: fc.constant('delete' as const), search }),
    },
    ...(codes.length === 0 ? [] : [{ weight: 1, arbitrary: faultStep(codes) }]),
  )
  const lives = fc.array<LifeStep>(step, { minLength: FEWEST_STEPS, maxLength: MOST_STEPS })
  return shrinkByRemoval(lives, FEWEST_STEPS)
}

/** Errors that are over with the next request. */
function codesOfAMoment(source: DataSource): readonly Code[] {
  return codesWithRoles(source, ['unavailable', 'general', 'too_many'])
}

function faultStep(codes: readonly Code[]): fc.Arbitrary<LifeStep> {
  return fc.record({ step: fc.constant('fault' as const), code: fc.constantFrom(...codes) })
}

function placeOfAState(source: DataSource): fc.Arbitrary<number> {
  const states = lifeStates(source)
  const there = states.flatMap((state, place) => (state === undefined ? [] : [place]))
  return there.length === states.length
    ? fc.nat({ max: states.length - 1 })
    : fc.constantFrom(...there)
}

const COMPLETED = 3

/** Two searches side by side, in the ways in which one can be taken for the other. */
export function tellingLives(source: DataSource): readonly (readonly LifeStep[])[] {
  const faults = codesOfAMoment(source)
    .slice(0, 1)
    .map((code): LifeStep => ({ step: 'fault', code }))
  return [
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
      ...faults,
      { step: 'status', search: 1 },
      { step: 'status', search: 1 },
    ],
  ]
}

/** What happens to each search of several, as if there were no other: without the errors of a moment, which are any's. */
export function livesAlone(steps: readonly LifeStep[]): readonly LifeStep[][] {
  const lives: LifeStep[][] = []
  for (const step of steps) {
    if (step.step === 'query') lives.push([step])
    else if (step.step !== 'fault' && lives.length > 0) {
      lives[step.search % lives.length]?.push({ ...step, search: 0 })
    }
  }
  return lives
}
