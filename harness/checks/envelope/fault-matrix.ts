import { ABC_ERROR_TABLE } from '../../../contracts/abc-security-monitor/error-table.ts'
import type { Declarations } from '../../../contracts/declarations.ts'
import type { Method } from '../../../contracts/method.ts'
import type { FaultSpec } from '../../../mock-datasource/index.ts'

/** What a method may do under a fault: `failure` is one with any code, any other word is a failure's code. */
export type AllowedOutcome = string

/** One row of the fault matrix: a fault, and the outcomes that the contract allows each method under it. */
export interface FaultRow {
  /** In words that begin with the kind. */
  readonly fault: string
  /** The fault that strikes this method's requests. */
  readonly spec: FaultSpec | ((method: Method) => FaultSpec)
  /** Where several outcomes are right, all of them: the matrix accuses nobody by a nicety. */
  readonly allowed: (method: Method, declarations: Pick<Declarations, 'errors'>) => Outcomes
  /** The clause by which the outcomes are allowed. */
  readonly clause: string
}

type Outcomes = readonly AllowedOutcome[]

/** `options.timeout` where the data source never comes to the point, in seconds. */
export const MATRIX_TIMEOUT_SECONDS = 1

const RIGHT = 'right answer'
const FAILURE = 'failure'
const fails = (): Outcomes => [FAILURE]
const succeeds = (): Outcomes => [RIGHT]
const either = (): Outcomes => [RIGHT, FAILURE]

/** A connector may take for a ping or a delete that worked whatever says nothing else. */
const failsWhereBodyMatters = (method: Method): Outcomes =>
  method === 'ping' || method === 'delete' ? either() : fails()

const mapped =
  (code: number): FaultRow['allowed'] =>
  (_, { errors = ABC_ERROR_TABLE }) =>
    errors[code] ?? ['unknown']

const MEBIBYTE = 1_024 * 1_024

/** The field without which a method's answer says nothing. */
const FIELD_OF: Readonly<Record<Method, string>> = {
  ping: 'code',
  is_async: 'code',
  query: 'query_id',
  status: 'status',
  results: 'data',
  delete: 'code',
}

const pageAnomaly = (
  variant: Extract<FaultSpec, { readonly kind: 'page-anomaly' }>['variant'],
): FaultRow => ({
  fault: `page-anomaly, ${variant}`,
  spec: { kind: 'page-anomaly', variant },
  allowed: (method) => (method === 'results' ? either() : succeeds()),
  clause: 'PAGE-2',
})

/** Every kind of fault, in the ways in which outcomes differ. Those that keep a connector waiting first. */
export const FAULT_MATRIX: readonly FaultRow[] = [
  { fault: 'hang', spec: { kind: 'hang' }, allowed: fails, clause: 'NET-3' },
  {
    fault: 'drip',
    spec: { kind: 'drip', milliseconds: 300 },
    allowed: fails,
    clause: 'NET-3',
  },
  {
    fault: 'latency within the timeout',
    spec: { kind: 'latency', milliseconds: 100 },
    allowed: succeeds,
    clause: 'NET-3',
  },
  {
    fault: 'api-error 1010',
    spec: { kind: 'api-error', code: 1010 },
    allowed: mapped(1010),
    clause: 'ERR-1',
  },
  {
    fault: 'api-error 7777, unlisted',
    spec: { kind: 'api-error', code: 7777 },
    allowed: mapped(7777),
    clause: 'ERR-2',
  },
  {
    fault: 'http-status 503, no body',
    spec: { kind: 'http-status', status: 503 },
    allowed: fails,
    clause: 'ERR-4',
  },
  {
    fault: 'rate-limit',
    spec: { kind: 'rate-limit', retryAfter: 0 },
    allowed: mapped(429),
    clause: 'ERR-3',
  },
  { fault: 'reset', spec: { kind: 'reset' }, allowed: fails, clause: 'NET-2' },
  { fault: 'close-mid-body', spec: { kind: 'close-mid-body' }, allowed: fails, clause: 'NET-2' },
  { fault: 'malformed-json', spec: { kind: 'malformed-json' }, allowed: fails, clause: 'ERR-4' },
  { fault: 'empty-body', spec: { kind: 'empty-body' }, allowed: fails, clause: 'ERR-4' },
  { fault: 'html-page', spec: { kind: 'html-page' }, allowed: fails, clause: 'ERR-4' },
  {
    fault: 'wrong-content-type',
    spec: { kind: 'wrong-content-type' },
    allowed: either,
    clause: 'ERR-4',
  },
  {
    fault: 'not-utf8',
    spec: { kind: 'not-utf8' },
    allowed: failsWhereBodyMatters,
    clause: 'ERR-4',
  },
  {
    fault: 'oversized, 2 MiB',
    spec: { kind: 'oversized', bytes: 2 * MEBIBYTE },
    allowed: failsWhereBodyMatters,
    clause: 'ERR-4',
  },
  {
    fault: 'schema-drift, field missing',
    spec: (method) => ({ kind: 'schema-drift', field: FIELD_OF[method], remove: true }),
    allowed: fails,
    clause: 'ERR-4',
  },
  {
    fault: 'schema-drift, field null',
    spec: (method) => ({ kind: 'schema-drift', field: FIELD_OF[method], to: null }),
    allowed: fails,
    clause: 'ERR-4',
  },
  {
    fault: 'schema-drift, field more',
    spec: { kind: 'schema-drift', field: 'new_in_this_version', to: true },
    allowed: either,
    clause: 'ERR-4',
  },
  pageAnomaly('short-page'),
  pageAnomaly('repeated-page'),
  pageAnomaly('repeated-token'),
  pageAnomaly('empty-page'),
  pageAnomaly('wrong-total'),
  { fault: 'redirect in a loop', spec: { kind: 'redirect' }, allowed: fails, clause: 'SEC-2' },
]
