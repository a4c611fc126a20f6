import { expect, test } from 'vitest'
import { FaultSpec } from '../../../mock-datasource/index.ts'

test.each([
  { kind: 'api-error', code: 1010, times: 2, operation: 'status' },
  {
    kind: 'api-error',
    code: 1002,
    http: 200,
    message: 'gone',
    httpHeaders: { 'retry-after': '3' },
  },
  { kind: 'http-status', status: 503, body: '<html>', headers: { 'content-type': 'text/html' } },
  { kind: 'latency', milliseconds: 250, search: 'a', probability: 0.5, seed: 3 },
  { kind: 'hang', after: 4 },
  { kind: 'reset', operation: 'any' },
])('%j is a fault', (spec) => {
  expect(FaultSpec.parse(spec)).toEqual(spec)
})

test.each([
  [{}, 'kind'],
  [{ kind: 'typhoon' }, 'api-error, http-status, latency, hang'],
  [{ kind: 'api-error' }, 'code'],
  [{ kind: 'api-error', code: 'x' }, 'code'],
  [{ kind: 'http-status', status: 42 }, 'status'],
  [{ kind: 'http-status', status: 200, headers: { 'a b': '1' } }, 'a b'],
  [{ kind: 'http-status', status: 200, headers: { 'x-a': 'b\r\nc: d' } }, 'x-a'],
  [{ kind: 'http-status', status: 200, headers: { 'Content-Length': '5' } }, 'Content-Length'],
  [{ kind: 'latency', milliseconds: -1 }, 'milliseconds'],
  [{ kind: 'hang', code: 5 }, "unknown field 'code'"],
  [{ kind: 'hang', operation: 'pong' }, 'any, ping, create'],
  [{ kind: 'hang', times: 0 }, 'times'],
  [{ kind: 'hang', probability: 2 }, 'probability'],
  ['hang', 'object'],
])('%j is none, and the error says why', (spec, hint) => {
  const { error } = FaultSpec.safeParse(spec)
  const told = error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n')
  expect(told).toContain(hint)
})
