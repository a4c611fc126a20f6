import { logInsOf, pagedOperations } from '../../contracts/data-source/serving.ts'
import type { DataSourceDefinition } from '../data-source-definition.ts'

/** An error case that people report, and the one request of the control plane that brings it about. */
export interface ErrorCase {
  readonly name: string
  readonly says: string
  readonly request: {
    readonly method: 'POST' | 'PATCH'
    readonly path: string
    readonly body: unknown
  }
}

const fault = (name: string, says: string, body: unknown): ErrorCase => ({
  ...{ name, says },
  request: { method: 'POST', path: '/faults', body },
})
const setting = (name: string, says: string, body: unknown): ErrorCase => ({
  ...{ name, says },
  request: { method: 'PATCH', path: '/settings', body },
})

/** How often a search has to be asked that never completes. */
const FOR_EVER = 1_000_000_000

/** Those that this data source can have. */
export function errorCases(source: DataSourceDefinition): readonly ErrorCase[] {
  return [...onTheWay(source), ...whilePaging(source), ...ofSearches(source), ...IN_FRONT]
}

function whilePaging(source: DataSourceDefinition): readonly ErrorCase[] {
  const { roles } = source.errors
  const [operation] = pagedOperations(source)
  const has = (variant: string) => source.paging.anomalies.some((each) => each === variant)
  const purged = roles.no_such_search
  return [
    ...(purged === undefined || source.states.length === 0
      ? []
      : [
          fault('A search expires while paging', 'It is gone when the second page is asked for.', {
            ...{ kind: 'api-error', code: purged, operation, page: 2 },
          }),
        ]),
    fault('The connection drops on page 3', 'It is reset once; trying again works.', {
      ...{ kind: 'reset', page: 3, times: 1 },
    }),
    ...(has('repeated-page')
      ? [
          fault('The first page comes twice', 'Page 2 has the rows of page 1 again.', {
            ...{ kind: 'page-anomaly', variant: 'repeated-page', page: 2, times: 1 },
          }),
        ]
      : []),
    ...(has('empty-page')
      ? [
          fault('An empty page in the middle', 'Page 2 is empty once, and leads on.', {
            ...{ kind: 'page-anomaly', variant: 'empty-page', page: 2, times: 1 },
          }),
        ]
      : []),
  ]
}

function onTheWay(source: DataSourceDefinition): readonly ErrorCase[] {
  const code = source.errors.roles.unauthenticated
  const logsIn = logInsOf(source).length > 0
  const [operation] = pagedOperations(source)
  const expired = logsIn
    ? { kind: 'session-expired', operation, nth: 2 }
    : { kind: 'api-error', code, operation, page: 2 }
  return [
    fault('Rate limited, and then fine', 'Two requests are refused with Retry-After.', {
      ...{ kind: 'rate-limit', requests: 2 },
    }),
    ...(code === undefined && !logsIn
      ? []
      : [
          fault(
            'A token expires in mid-search',
            'From the second page on it is worth nothing.',
            expired,
          ),
        ]),
  ]
}

function ofSearches({ states }: DataSourceDefinition): readonly ErrorCase[] {
  const failed = states.find(({ means }) => means === 'ERROR')?.word
  const runs = states.some(({ means }) => means === 'RUNNING')
  return [
    ...(runs
      ? [
          setting('A search never completes', 'Those that are made from now on run for ever.', {
            progress: { by: 'polls', polls: FOR_EVER },
          }),
        ]
      : []),
    ...(failed === undefined
      ? []
      : [
          setting('A search fails at 50 %', 'Those that are made from now on end so.', {
            progress: { by: 'polls', polls: 2 },
            ending: { status: failed, progress: 50 },
          }),
        ]),
  ]
}

const IN_FRONT: readonly ErrorCase[] = [
  fault('Slow, but within the timeout', 'Every answer takes two seconds.', {
    ...{ kind: 'latency', milliseconds: 2_000 },
  }),
  fault("A gateway's HTML under 503", 'A page for people stands where JSON should.', {
    ...{ kind: 'html-page', status: 503 },
  }),
]
