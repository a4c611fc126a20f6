import fc from 'fast-check'
import { METHODS, type Method } from '../../../contracts/method.ts'
import type { FaultSpec } from '../../../mock-datasource/index.ts'
import { combinations } from '../combinations.ts'
import type { Mode } from '../requests.ts'
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

const SEARCHES = {
  asynchronous: ['completed', 'unknown', 'running', 'canceled', 'failed', 'empty id'],
  synchronous: ['completed', 'unknown'],
} as const satisfies Record<Mode, readonly SearchKind[]>

const CODES = [1002, 1003, 1004, 1005, 1010, 1020, 2000, 401, 403, 404, 429, 7777]

/** Bodies that no client expects, with the status that carries them. */
const ODD_ANSWERS: readonly { readonly status: number; readonly body: string }[] = [
  { status: 200, body: '' },
  { status: 200, body: 'null' },
  { status: 200, body: '[]' },
  { status: 200, body: '{}' },
  { status: 200, body: '{"code":200}' },
  { status: 200, body: '{"code":"200","success":"yes"}' },
  { status: 200, body: '<html><body>It works!</body></html>' },
  { status: 200, body: '{"code":200,"data":null,"status":null,"query_id":null}' },
  { status: 404, body: '{"code":null,"message":null}' },
  { status: 404, body: '{"message":"gone"}' },
  { status: 500, body: '' },
  { status: 500, body: '<html><body>Internal Server Error</body></html>' },
  { status: 502, body: '' },
]

const oddAnswer = (answer: (typeof ODD_ANSWERS)[number]): FaultSpec => ({
  kind: 'http-status',
  ...answer,
})

const anyFault: fc.Arbitrary<FaultSpec> = fc.oneof(
  fc.record({
    kind: fc.constant('api-error' as const),
    code: fc.constantFrom(...CODES),
    message: apiMessage,
  }),
  fc.constantFrom(...ODD_ANSWERS).map(oddAnswer),
  fc.constant<FaultSpec>({ kind: 'reset' }),
)

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
export function situation(mode: Mode): fc.Arbitrary<Situation> {
  return fc.record({
    method: fc.constantFrom(...METHODS),
    search: fc.constantFrom(...SEARCHES[mode]),
    connection: anyConnection,
    fault: fc.option(anyFault, { nil: null, freq: 3 }),
    offset: anyBound,
    length: anyBound,
    metadata: fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: null, freq: 3 }),
  })
}

/** Each method once in the circumstances in which answers most often go wrong. */
export function tellingSituations(mode: Mode): readonly Situation[] {
  const faults: readonly (FaultSpec | null)[] = [
    null,
    { kind: 'api-error', code: 1002 },
    { kind: 'api-error', code: 401 },
    { kind: 'api-error', code: 7777 },
    ...ODD_ANSWERS.slice(0, 4).map(oddAnswer),
    { kind: 'http-status', status: 500, body: '' },
    { kind: 'reset' },
  ]
  const circumstances: readonly Partial<Situation>[] = [
    ...combinations({ method: METHODS, fault: faults }),
    ...combinations({ method: METHODS, connection: ['to nobody', 'not trusted'] as const }),
    ...combinations({ method: OF_A_SEARCH, search: SEARCHES[mode].slice(1) }),
    ...TELLING_WINDOWS.map(([offset, length]) => ({ method: 'results' as const, offset, length })),
    ...combinations({ method: ['status', 'results'] as const, metadata: TELLING_METADATA }),
  ]
  return circumstances.map((circumstance) => ({ ...ORDINARY, ...circumstance }))
}
