import type { FaultSpec } from '../../../mock-datasource/index.ts'

/** One fault of each kind, with all the fields that it has. */
export const EVERY_KIND: readonly FaultSpec[] = [
  { kind: 'api-error', code: '1', http: 418, message: 'm', httpHeaders: { 'x-a': 'b' } },
  { kind: 'http-status', status: 503, body: 'b', headers: { 'x-a': 'b' } },
  { kind: 'latency', milliseconds: 1 },
  { kind: 'hang' },
  { kind: 'drip', milliseconds: 1, headers: false },
  { kind: 'reset' },
  { kind: 'close-mid-body', bytes: 3, part: 'headers', by: 'reset' },
  { kind: 'malformed-json', status: 201, body: '{' },
  { kind: 'empty-body', status: 201 },
  { kind: 'html-page', status: 502 },
  { kind: 'wrong-content-type', type: null, status: 203 },
  { kind: 'not-utf8', encoding: 'utf16le', status: 201 },
  { kind: 'oversized', bytes: 99, status: 201 },
  { kind: 'schema-drift', field: ['data', 0], to: [{ a: null }] },
  { kind: 'rate-limit', requests: 2, milliseconds: 5, retryAfter: 7 },
  { kind: 'page-anomaly', variant: 'short-page', rows: 3 },
  { kind: 'redirect', to: '/elsewhere', status: 307 },
  { kind: 'session-expired' },
  { kind: 'answer-form', form: 'chunked' },
  { kind: 'raw-json', field: 'data.0.id', by: 'NaN' },
  { kind: 'silent-connection', within: 'handshake' },
  { kind: 'other-certificate', flaw: 'expired' },
]
