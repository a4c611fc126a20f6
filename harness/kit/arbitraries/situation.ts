import fc from 'fast-check'
import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import type { RawAnswer } from '../../../contracts/data-source/reads.ts'
import { statesOf } from '../../../contracts/data-source/states-of.ts'
import { METHODS, type Method } from '../../../contracts/method.ts'
import type { FaultSpec } from '../../../mock-datasource/index.ts'
import type { Capabilities } from '../capabilities.ts'
import { combinations } from '../combinations.ts'
import { apiMessage } from './api-message.ts'

/** The search that a call is about. A synchronous connector knows the first two only. */
export type SearchKind = 'completed' | 'unknown' | 'running' | 'canceled' | 'failed' | 'empty id'

/** Where the connection leads, and whether its certificate is known: over plain HTTP there is none. */
export type ConnectionKind = 'usual' | 'to nobody' | 'not trusted'

/** Any call in any circumstances, for the clauses that must hold whatever happens. */
export interface Situation {
  readonly method: Method
  readonly search: SearchKind
  readonly connection: ConnectionKind
  readonly fault: FaultSpec | null
  readonly offset: unknown
  readonly length: unknown
  /** Passed where the method takes it and it is not null. */
  readonly metadata: unknown
}

const oddAnswer = (answer: RawAnswer): FaultSpec => ({ kind: 'http-status', ...answer })

function anyFault({ errors, odd }: DataSource): fc.Arbitrary<FaultSpec> {
  const reported = () =>
    fc.record({
      kind: fc.constant('api-error' as const),
      code: fc.constantFrom(...errors.usual),
      message: apiMessage,
    })
  return fc.oneof(
    ...(errors.usual.length > 0 ? [reported()] : []),
    ...(odd.length > 0 ? [fc.constantFrom(...odd).map(oddAnswer)] : []),
    fc.constant<FaultSpec>({ kind: 'reset' }),
  )
}

const anyConnection = fc.oneof(
  { weight: 9, arbitrary: fc.constant<ConnectionKind>('usual') },
  { weight: 1, arbitrary: fc.constantFrom<ConnectionKind>('to nobody', 'not trusted') },
)

const anyBound = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(-1, 1.5, 'x', '', '3') },
)

const ORDINARY: Situation = {
  method: 'ping',
  search: 'completed',
  connection: 'usual',
  fault: null,
  offset: 0,
  length: 5,
  metadata: null,
}

const OF_A_SEARCH = ['status', 'results', 'delete'] as const satisfies readonly Method[]

/** One row, none, none left, and windows that cannot be. */
const TELLING_WINDOWS: readonly (readonly [unknown, unknown])[] = [
  [0, 1],
  [0, 0],
  [20, 5],
  [-1, 5],
  [0, 'x'],
]

/** What no connector gave, of every type that JSON has. */
const TELLING_METADATA: readonly unknown[] = ['text', 7, true, [], {}]

/** Any situation; it shrinks to the first method, a completed search and no fault. */
export function situation(capabilities: Capabilities): fc.Arbitrary<Situation> {
  return fc.record({
    method: fc.constantFrom(...METHODS),
    search: fc.constantFrom(...searchesOf(capabilities)),
    connection: anyConnection,
    fault: fc.option(anyFault(capabilities.source), { nil: null, freq: 3 }),
    offset: anyBound,
    length: anyBound,
    metadata: fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: null, freq: 3 }),
  })
}

/** Each method once in the circumstances in which answers most often go wrong. */
export function tellingSituations(capabilities: Capabilities): readonly Situation[] {
  const searches = searchesOf(capabilities).slice(1)
  const circumstances: readonly Partial<Situation>[] = [
    ...combinations({ method: METHODS, fault: tellingFaults(capabilities.source) }),
    ...combinations({ method: METHODS, connection: ['to nobody', 'not trusted'] as const }),
    ...combinations({ method: OF_A_SEARCH, search: searches }),
    ...TELLING_WINDOWS.map(([offset, length]) => ({ method: 'results' as const, offset, length })),
    ...combinations({ method: ['status', 'results'] as const, metadata: TELLING_METADATA }),
  ]
  return circumstances.map((circumstance) => ({ ...ORDINARY, ...circumstance }))
}

function tellingFaults(source: DataSource): readonly (FaultSpec | null)[] {
  const { usual, unlisted } = source.errors
  return [
    null,
    ...[...new Set([...usual, unlisted.usual])].map(
      (code): FaultSpec => ({ kind: 'api-error', code }),
    ),
    ...source.odd.slice(0, 4).map(oddAnswer),
    { kind: 'http-status', status: 500, body: '' },
    { kind: 'reset' },
  ]
}

/** The searches that there can be in this mode at this data source, the ordinary one first. */
function searchesOf({ mode, source }: Capabilities): readonly SearchKind[] {
  if (mode === 'synchronous') return ['completed', 'unknown']
  const { first, canceled, failed } = statesOf(source)
  const inState: readonly (readonly [SearchKind, string | undefined])[] = [
    ['running', first],
    ['canceled', canceled],
    ['failed', failed],
  ]
  const there = inState.filter(([, word]) => word !== undefined).map(([kind]) => kind)
  return ['completed', 'unknown', ...there, 'empty id']
}
