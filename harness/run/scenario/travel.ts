import type { Level } from '../../../contracts/clause.ts'
import type {
  AppliedRecipe,
  Control,
  Expected,
  FaultSpec,
  PartialSettings,
  RecipeSpec,
} from '../../../mock-datasource/index.ts'
import { judgeCalls } from '../../engine/invariants/judge-calls.ts'
import {
  type OpenSession,
  openSession,
  type SessionOptions,
} from '../../engine/session/open-session.ts'
import type { TranscriptCall } from '../../engine/session/transcript.ts'
import { INVARIANTS } from '../../kit/invariants/index.ts'
import type { Finding } from '../../kit/violation.ts'
import { type Journey, journey } from './journey.ts'
import { judgeJourney } from './judge-journey.ts'

/** What a connector travels through: a data source as it is set up, and what goes wrong there, in its order. */
export interface Scenery {
  readonly settings?: PartialSettings
  readonly happens: readonly (RecipeSpec | FaultSpec)[]
  /** Default: the query for all rows. */
  readonly query?: string
}

/** What is wrong with one call, by whatever says so. */
export interface TravelFinding extends Finding {
  /** The place of the call, from 0. */
  readonly call: number
  readonly clause: string
  readonly level: Level
}

/** How a connector has come through. */
export interface Travelled {
  readonly calls: readonly TranscriptCall[]
  readonly findings: readonly TravelFinding[]
  /** How many calls a fault has struck. */
  readonly struck: number
  readonly journey: Journey
}

/** Has a connector run one search, from its beginning to its end, in a data source where something goes wrong. */
export async function travel(options: SessionOptions, scenery: Scenery): Promise<Travelled> {
  const session = await openSession(options)
  try {
    const { control } = session.dataSource
    const { settings, happens, query = options.source.query.all } = scenery
    if (settings !== undefined) control.patchSettings(settings)
    const recipes = happens.map((each) => bringAbout(control, each))
    const travelled = await journey({ connector: session.connector, control, query })
    return {
      calls: session.transcript(),
      findings: [...findingsOf(travelled, session, recipes), ...broken(session)].toSorted(
        (one, other) => one.call - other.call,
      ),
      struck: travelled.calls.filter(({ struck }) => struck.length > 0).length,
      journey: travelled,
    }
  } finally {
    await session.close()
  }
}

function bringAbout(control: Control, each: RecipeSpec | FaultSpec): AppliedRecipe | undefined {
  if ('recipe' in each) return control.applyRecipe(each)
  control.addFault(each)
  return undefined
}

function findingsOf(
  travelled: Journey,
  { source }: OpenSession,
  recipes: readonly (AppliedRecipe | undefined)[],
): readonly TravelFinding[] {
  const expected = new Map<string, Expected>()
  for (const recipe of recipes) {
    for (const { id } of recipe?.faults ?? []) {
      if (recipe?.expected !== undefined) expected.set(id, recipe.expected)
    }
  }
  const always = recipes.find((recipe) => recipe?.always !== undefined)?.always
  const found = judgeJourney(travelled, source, expected, always)
  return found.map((finding) => ({ ...finding, level: 'MUST' as const }))
}

/** Answers that break what holds of every answer. */
function broken(session: OpenSession): readonly TravelFinding[] {
  return judgeCalls(INVARIANTS, session).flatMap(({ invariant: { clause, level }, broken }) =>
    broken.map(({ finding, calls }) => ({ ...finding, call: calls - 1, clause, level })),
  )
}
