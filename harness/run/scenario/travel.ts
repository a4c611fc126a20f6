import type { Level } from '../../../contracts/clause.ts'
import {
  type BroughtAbout,
  type Expected,
  type Scene,
  setScene,
} from '../../../mock-datasource/index.ts'
import { judgeCalls } from '../../engine/invariants/judge-calls.ts'
import {
  type OpenSession,
  openSession,
  type SessionOptions,
} from '../../engine/session/open-session.ts'
import type { TranscriptCall } from '../../engine/session/transcript.ts'
import { INVARIANTS } from '../../kit/invariants/index.ts'
import type { ConnectionChange } from '../../kit/session.ts'
import type { Finding } from '../../kit/violation.ts'
import { expectedOf } from './expected-of.ts'
import { type Journey, journey, oneCall } from './journey.ts'
import { ANYTHING, judgeJourney } from './judge-journey.ts'

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
export async function travel(options: SessionOptions, scene: Scene): Promise<Travelled> {
  const session = await openSession(options)
  try {
    const { control } = session.dataSource
    const filled = session.secrets.fillIn(scene)
    const { query = options.source.query.all, call } = filled
    const brought = await setScene(control, filled)
    const connector = session.connectorAt((call?.change ?? {}) as ConnectionChange)
    const traveller = { connector, control }
    const travelled =
      call === undefined
        ? await journey({ ...traveller, query })
        : await oneCall({ ...traveller, call })
    return {
      calls: session.transcript(),
      findings: [...findingsOf(travelled, session, brought), ...broken(session)].toSorted(
        (one, other) => one.call - other.call,
      ),
      struck: travelled.calls.filter(({ struck }) => struck.length > 0).length,
      journey: travelled,
    }
  } finally {
    await session.close()
  }
}

function findingsOf(
  travelled: Journey,
  { source }: OpenSession,
  brought: readonly BroughtAbout[],
): readonly TravelFinding[] {
  const expected = new Map<string, Expected>()
  for (const each of brought) {
    if ('added' in each) expected.set(each.added.id, expectedOf(each.added.spec, source))
    else for (const { id } of each.faults) expected.set(id, each.expected ?? ANYTHING)
  }
  const always = brought.map((each) => ('added' in each ? undefined : each.always))
  const found = judgeJourney(travelled, source, expected, always.find(Boolean))
  return found.map((finding) => ({ ...finding, level: 'MUST' as const }))
}

/** Answers that break what holds of every answer. */
function broken(session: OpenSession): readonly TravelFinding[] {
  return judgeCalls(INVARIANTS, session).flatMap(({ invariant: { clause, level }, broken }) =>
    broken.map(({ finding, calls }) => ({ ...finding, call: calls - 1, clause, level })),
  )
}
