import { describe, expect, it } from 'vitest'
import { SCENARIOS } from '../../../harness/drift/scenarios/index.ts'
import { compared, differing, type Place } from './support/compared.ts'
import type { Passing } from './support/editing-proxy.ts'

/** What one side does otherwise, how it is made to, and the findings that must name it. */
type Difference = readonly [what: string, place: Place, found: readonly string[]]

const drift = (operation: string, field: string, to: unknown): Place => ({
  faults: [{ kind: 'schema-drift', operation, field, to: to as never }],
})
const anomaly = (variant: 'repeated-page' | 'repeated-token' | 'short-page' | 'empty-page') => ({
  faults: [{ kind: 'page-anomaly', variant } as const],
})
const edited = (response: (passing: Passing) => void): Place => ({ edit: { response } })
const body = (passing: Passing) => passing.json as Record<string, unknown>
const rowsOf = (passing: Passing) => {
  const { data } = body(passing)
  return Array.isArray(data) ? (data as Record<string, unknown>[]) : []
}
/** Errors of one code. */
const errors = (code: number, change: (passing: Passing) => void): Place =>
  edited((passing) => {
    if (body(passing)['code'] === code) change(passing)
  })
const without = (header: string): Place =>
  edited(({ headers }) => {
    delete headers[header]
  })
const turned: Readonly<Record<string, string>> = { EXECUTE: 'SORTING', SORTING: 'EXECUTE' }

const BY_SETTINGS_AND_FAULTS: readonly Difference[] = [
  [
    'a smaller page cap',
    { settings: { maxPageSize: 110 } },
    ['page-cap › a limit beyond the cap › largest page'],
  ],
  ['progress as a text', drift('status', 'progress', '40'), ['search-life › status › body']],
  ['progress beyond 100', drift('status', 'progress', 140), ['search-life › status › body']],
  [
    'a status that the API does not have',
    {
      faults: [
        { kind: 'schema-drift', operation: 'status', field: 'status', to: 'PAUSED', times: 1 },
      ],
    },
    ['search-life › status › order of statuses', 'search-life › status › body'],
  ],
  ['a field more', drift('ping', 'licence', 'trial'), ['ping › ping › body']],
  [
    'a field less',
    {
      faults: [{ kind: 'schema-drift', operation: 'status', field: 'record_count', remove: true }],
    },
    ['search-life › status › body'],
  ],
  ['another product', drift('ping', 'name', 'XYZ'), ['ping › ping › name']],
  ['a total that is a text', drift('results', 'total', '130'), ['search-life › results › body']],
  [
    'no next_page_token',
    {
      faults: [
        { kind: 'schema-drift', operation: 'results', field: 'next_page_token', remove: true },
      ],
    },
    ['search-life › results › body'],
  ],
  [
    'no token while rows remain',
    drift('results', 'next_page_token', null),
    ['page-walk › pages by token › a token comes exactly while rows remain'],
  ],
  [
    'a token at the end',
    drift('results', 'next_page_token', 'more'),
    ['page-ends › an offset at the end › next_page_token'],
  ],
  [
    'another start status',
    drift('create', 'status', 'EXECUTE'),
    ['search-life › create › status at the start'],
  ],
  [
    'rows with a text for a number',
    drift('results', 'data.*.severity', 'high'),
    ['rows › rows › field severity'],
  ],
  [
    'rows with a fraction for an integer',
    drift('results', 'data.*.severity', 7.5),
    ['rows › rows › field severity'],
  ],
  [
    'rows without a field',
    {
      faults: [{ kind: 'schema-drift', operation: 'results', field: 'data.*.port', remove: true }],
    },
    ['rows › rows › field port'],
  ],
  [
    'rows with a field more',
    drift('results', 'data.*.country', 'FR'),
    ['rows › rows › field country'],
  ],
  [
    'rows without an id',
    drift('results', 'data.*.id', null),
    ['rows › rows › fields without a value'],
  ],
  [
    'another form of time',
    drift('results', 'data.*.time', '2026-01-01 00:00:00'),
    ['rows › rows › form of time'],
  ],
  [
    'ids that come twice',
    drift('results', 'data.*.id', 'same'),
    ['rows › rows › no id comes twice'],
  ],
  [
    'a page that comes again',
    anomaly('repeated-page'),
    ['page-walk › pages by token › no row comes twice'],
  ],
  [
    'a token that comes again',
    anomaly('repeated-token'),
    ['page-walk › pages by token › each page gives another token'],
  ],
  [
    'pages that are not full',
    anomaly('short-page'),
    ['page-walk › pages by token › each page is full while rows remain'],
  ],
  [
    'empty pages with a token',
    anomaly('empty-page'),
    ['page-walk › pages by token › each page is full while rows remain'],
  ],
  [
    'a total that counts wrong',
    { faults: [{ kind: 'page-anomaly', variant: 'wrong-total' }] },
    ['search-life › results › total is the record_count of the status'],
  ],
  [
    'an error that is another',
    { faults: [{ kind: 'api-error', code: 1010, operation: 'delete' }] },
    ['search-life › delete › HTTP status', 'search-life › delete › code'],
  ],
  [
    'an error under 200',
    { faults: [{ kind: 'api-error', code: 1010, http: 200, operation: 'results' }] },
    ['search-life › results › code'],
  ],
  [
    'a status without a body',
    { faults: [{ kind: 'http-status', status: 204, operation: 'delete' }] },
    ['search-life › delete › HTTP status', 'search-life › delete › body'],
  ],
  [
    'an HTML page',
    { faults: [{ kind: 'html-page', operation: 'results' }] },
    ['search-life › results › body', 'search-life › results › Content-Type'],
  ],
  [
    'another media type',
    { faults: [{ kind: 'wrong-content-type', operation: 'status' }] },
    ['search-life › status › Content-Type'],
  ],
  [
    'a connection that is cut',
    { faults: [{ kind: 'reset', operation: 'delete' }] },
    ['search-life › delete › HTTP status'],
  ],
  [
    'a redirect',
    { faults: [{ kind: 'redirect', operation: 'status', to: '/elsewhere' }] },
    ['search-life › status › HTTP status'],
  ],
]

const BY_A_PROXY: readonly Difference[] = [
  [
    'statuses in another order',
    edited((passing) => {
      const { status } = body(passing)
      body(passing)['status'] = turned[String(status)] ?? status
    }),
    ['search-life › status › order of statuses'],
  ],
  [
    'progress that goes down',
    edited((passing) => {
      const { progress } = body(passing)
      if (progress === 66) body(passing)['progress'] = 12
    }),
    ['search-life › status › progress never goes down'],
  ],
  [
    'a status that comes back',
    edited((passing) => {
      if (body(passing)['status'] === 'SORTING') body(passing)['status'] = 'WAIT'
    }),
    ['search-life › status › no status comes back'],
  ],
  [
    'another code',
    errors(1002, (passing) => (body(passing)['code'] = 1404)),
    ['unknown-search › its status › code', 'search-life › delete after delete › code'],
  ],
  [
    'a code that is a text',
    errors(2000, (passing) => (body(passing)['code'] = '2000')),
    ['bad-queries › an unknown table › code'],
  ],
  [
    'another HTTP status',
    errors(1002, (passing) => (passing.status = 410)),
    ['unknown-search › its status › HTTP status'],
  ],
  [
    'a message that does not say it',
    errors(1002, (passing) => (body(passing)['message'] = 'Gone')),
    ['unknown-search › its results › message holds "does not exist"'],
  ],
  [
    'a message that does not name it',
    errors(1005, (passing) => (body(passing)['message'] = 'Bad')),
    ['bad-page-parameters › an unknown parameter › message holds "connector_contract"'],
  ],
  [
    'an error body with more in it',
    errors(2000, (passing) => (body(passing)['position'] = 3)),
    ['bad-queries › an unknown field › body'],
  ],
  [
    'no X-Request-Id',
    without('x-request-id'),
    ['ping › ping › X-Request-Id', 'unknown-search › its status › X-Request-Id'],
  ],
  [
    'no WWW-Authenticate',
    without('www-authenticate'),
    ['credentials › no credentials › WWW-Authenticate'],
  ],
  ['no Allow', without('allow'), ['wrong-method › PUT on ping › Allow']],
  ['no Location', without('location'), ['search-life › create › Location']],
  ['no Content-Type', without('content-type'), ['ping › ping › Content-Type']],
  [
    'a Location elsewhere',
    edited(({ headers }) => {
      if (headers['location'] !== undefined) headers['location'] = '/api/v1/searches/other'
    }),
    ['own-search-id › create with an awkward id › Location names it'],
  ],
  [
    'another way to authenticate',
    edited(({ headers }) => {
      if (headers['www-authenticate'] !== undefined)
        headers['www-authenticate'] = 'Bearer realm="x, Basic"'
    }),
    ['credentials › an unknown user › WWW-Authenticate'],
  ],
  [
    'wrong credentials that are forbidden',
    errors(401, (passing) => {
      passing.status = 403
      body(passing)['code'] = 403
    }),
    ['credentials › a wrong token › HTTP status', 'credentials › a wrong token › code'],
  ],
  [
    'results while the search runs',
    errors(1003, (passing) => {
      passing.status = 200
      passing.json = { code: 200, data: [], offset: 0, total: 0, next_page_token: null }
    }),
    ['running-search › results of a running search › HTTP status'],
  ],
  [
    'null left out of rows',
    edited((passing) => {
      for (const row of rowsOf(passing)) {
        for (const [name, value] of Object.entries(row)) if (value === null) delete row[name]
      }
    }),
    ['rows › rows › fields without a value'],
  ],
  [
    'rows in no order',
    edited((passing) => void rowsOf(passing).reverse()),
    ['rows › rows › they are in the order of time'],
  ],
  [
    'an unknown parameter that is let pass',
    { edit: { request: ({ path }) => ({ path: path.replace(/[?&]connector_contract=1/, '') }) } },
    [
      'bad-page-parameters › an unknown parameter › HTTP status',
      'bad-bodies › an unknown parameter › HTTP status',
    ],
  ],
  [
    'an id of its own in place of the one asked for',
    {
      edit: {
        request: ({ path, body: sent }) =>
          path === '/searches' ? { body: sent.replace(/,"query_id":"of-[^}]*"/, '') } : {},
      },
    },
    [
      'own-search-id › create › the id is the one asked for',
      'own-search-id › create with an id in use › HTTP status',
    ],
  ],
  [
    'another usual page',
    {
      edit: {
        request: ({ path }) => (path.endsWith('/results') ? { path: `${path}?limit=50` } : {}),
      },
    },
    ['page-cap › no limit › rows of a page'],
  ],
]

describe('a difference that one side is given is found and named', () => {
  it.each(BY_SETTINGS_AND_FAULTS)('%s', finds)

  it.each(BY_A_PROXY)('%s', finds)

  it('at either side', async () => {
    const { report } = await compared({}, without('allow'))
    expect(differing(report)).toContain('wrong-method › PUT on ping › Allow')
  })
})

/** Runs the scenarios concerned and no others: what a whole run does is another test's. */
async function finds(_what: string, place: Place, found: readonly string[]): Promise<void> {
  const names = new Set(found.map((each) => each.split(' › ')[0]))
  const scenarios = SCENARIOS.filter(({ name }) => names.has(name))
  const { report } = await compared(place, {}, { scenarios })
  expect(differing(report)).toEqual(expect.arrayContaining([...found]))
  expect(report.trouble).toEqual([])
}
