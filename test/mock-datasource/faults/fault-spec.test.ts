import { expect, test } from 'vitest'
import type { Faultable } from '../../../mock-datasource/faults/fault-kind.ts'
import { faultSpecSchema } from '../../../mock-datasource/index.ts'
import { abcSecurityMonitor } from '../../../mock-datasource/sources/abc-security-monitor/definition.ts'
import { AbcFault } from '../support/abc-fault.ts'

test.each([
  { kind: 'api-error', code: '1010', times: 2, operation: 'status' },
  {
    kind: 'api-error',
    code: '1002',
    http: 200,
    message: 'gone',
    httpHeaders: { 'retry-after': '3' },
  },
  { kind: 'http-status', status: 503, body: '<html>', headers: { 'content-type': 'text/html' } },
  { kind: 'latency', milliseconds: 250, search: 'a', probability: 0.5, seed: 3 },
  { kind: 'hang', after: 4 },
  { kind: 'reset', page: 3, query: 'severity', nth: 2 },
  { kind: 'reset', page: 3, operation: 'query' },
  { kind: 'reset', operation: 'any' },
])('%j is a fault', (spec) => {
  expect(AbcFault.parse(spec)).toEqual(spec)
})

test.each([
  [{}, 'kind'],
  [{ kind: 'typhoon' }, 'api-error, http-status, latency, hang'],
  [{ kind: 'api-error' }, 'code'],
  [{ kind: 'api-error', code: '' }, 'code: must not be empty'],
  [{ kind: 'api-error', code: 1.5 }, 'code: must be a text or a whole number'],
  [
    { kind: 'api-error', code: 'x' },
    'code: must be a whole number, as the codes of ABC Security Monitor are',
  ],
  [{ kind: 'api-error', code: '007' }, 'code: must be a whole number'],
  [{ kind: 'api-error', code: '1e3' }, 'code: must be a whole number'],
  [{ kind: 'http-status', status: 42 }, 'status'],
  [{ kind: 'http-status', status: 200, headers: { 'a b': '1' } }, 'a b'],
  [{ kind: 'http-status', status: 200, headers: { 'x-a': 'b\r\nc: d' } }, 'x-a'],
  [{ kind: 'http-status', status: 200, headers: { 'Content-Length': '5' } }, 'Content-Length'],
  [{ kind: 'latency', milliseconds: -1 }, 'milliseconds'],
  [{ kind: 'hang', code: 5 }, "unknown field 'code'"],
  [{ kind: 'hang', operation: 'pong' }, 'any, ping, create'],
  [{ kind: 'hang', times: 0 }, 'times'],
  [{ kind: 'hang', page: 0 }, 'page'],
  [{ kind: 'hang', nth: 0 }, 'nth'],
  [{ kind: 'hang', query: '' }, 'query'],
  [
    { kind: 'hang', page: 2, operation: 'status' },
    'page: must not be there: pages are what results',
  ],
  [{ kind: 'silent-connection', nth: 2 }, 'nth: must not be there'],
  [{ kind: 'hang', probability: 2 }, 'probability'],
  ['hang', 'object'],
])('%j is none, and the error says why', (spec, hint) => {
  const { error } = AbcFault.safeParse(spec)
  const told = error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n')
  expect(told).toContain(hint)
})

test('a code may be given as a number, and is a text from then on', () => {
  expect(AbcFault.parse({ kind: 'api-error', code: 1010 })).toEqual({
    kind: 'api-error',
    code: '1010',
  })
})

/** A data source whose codes are words, with a log-in, and pages that can be wrong in two ways. */
const LEDGER: Faultable = {
  title: 'Ledger',
  operations: {
    open: { method: 'POST', path: '/open', role: 'log-in' },
    find: { method: 'POST', path: '/find' },
  },
  errors: { ...abcSecurityMonitor.errors, codes: 'texts' },
  methods: { synchronous: { results: 'find' } },
  paging: { ...abcSecurityMonitor.paging, anomalies: ['empty-page', 'wrong-total'] },
}

test.each([
  { kind: 'api-error', code: 'SLOW_DOWN', operation: 'open' },
  { kind: 'api-error', code: '7' },
  { kind: 'page-anomaly', variant: 'empty-page', operation: 'find' },
])('%j is a fault where the data source has that', (spec) => {
  expect(faultSpecSchema(LEDGER).parse(spec)).toEqual(spec)
})

test.each([
  [{ kind: 'hang', operation: 'results' }, 'operation: must be one of any, open, find'],
  [
    { kind: 'page-anomaly', variant: 'repeated-token' },
    "variant: Ledger cannot show 'repeated-token'; it can show empty-page, wrong-total",
  ],
])('%j is none where it has not', (spec, expected) => {
  const [issue] = faultSpecSchema(LEDGER).safeParse(spec).error?.issues ?? []
  expect(`${issue?.path.join('.')}: ${issue?.message}`).toBe(expected)
})

test('no page can be wrong where a result comes whole', () => {
  const whole: Faultable = { ...LEDGER, paging: { ...LEDGER.paging, anomalies: [] } }
  const spec = { kind: 'page-anomaly', variant: 'empty-page' }
  expect(faultSpecSchema(whole).safeParse(spec).error?.issues).toMatchObject([
    { message: "Ledger cannot show 'empty-page'; it can show no page that is wrong" },
  ])
})
