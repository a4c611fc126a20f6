import type { DataSource, VitalMember } from '../../../contracts/data-source/data-source.ts'
import type { Code } from '../../../contracts/data-source/errors.ts'
import { isMeantAt, meansOf } from '../../../contracts/data-source/means-of.ts'
import type { PageAnomalyVariant } from '../../../contracts/data-source/page-anomaly.ts'
import { logInsOf, operationsServing } from '../../../contracts/data-source/serving.ts'
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
  (source: DataSource, code: Code): FaultRow['allowed'] =>
  (method, { errors }) =>
    operationsServing(source, method).every((operation) => isMeantAt(source, code, operation))
      ? (meansOf(source, errors)[code] ?? ['unknown'])
      : fails()

const MEBIBYTE = 1_024 * 1_024

/** No member of any answer. */
const NOBODYS_FIELD = 'new_in_this_version'

/** The member without which a method's answer says nothing. Who asks anything in `is_async` asks as `ping` does. */
function vitalMember({ vital }: DataSource, method: Method): VitalMember | undefined {
  return vital[method === 'is_async' ? 'ping' : method]?.[0]
}

function vitalField(source: DataSource, method: Method): VitalMember['at'] | undefined {
  const member = vitalMember(source, method)
  // Without its elements a list of texts is an empty one.
  const mayBeMissing = member?.holds === 'rows' && member.written === 'texts'
  return member?.at.length === 0 || mayBeMissing ? undefined : member?.at
}

/** Rows that are lines are none where there is nothing. */
const failsUnlessLines =
  (source: DataSource) =>
  (method: Method): Outcomes =>
    vitalMember(source, method)?.written === 'lines' ? either() : fails()

/** The right answer with the member that matters most gone wrong; where there is none, nothing can. */
function withoutVital(
  source: DataSource,
  how: string,
  drift: { readonly to: null } | { readonly remove: true },
): FaultRow {
  return {
    fault: `schema-drift, field ${how}`,
    spec: (method) => ({
      kind: 'schema-drift',
      field: vitalField(source, method) ?? NOBODYS_FIELD,
      ...drift,
    }),
    allowed: (method) => (vitalField(source, method) === undefined ? either() : fails()),
    clause: 'ERR-4',
  }
}

const pageAnomaly = (variant: PageAnomalyVariant): FaultRow => ({
  fault: `page-anomaly, ${variant}`,
  spec: { kind: 'page-anomaly', variant },
  allowed: (method) => (method === 'results' ? either() : succeeds()),
  clause: 'PAGE-2',
})

/** In the order of the matrix. */
const ANOMALIES: readonly PageAnomalyVariant[] = [
  'short-page',
  'repeated-page',
  'repeated-token',
  'empty-page',
  'wrong-total',
]

/** Those that keep a connector waiting. */
const WAITS: readonly FaultRow[] = [
  { fault: 'hang', spec: { kind: 'hang' }, allowed: fails, clause: 'NET-3' },
  { fault: 'drip', spec: { kind: 'drip', milliseconds: 300 }, allowed: fails, clause: 'NET-3' },
  {
    fault: 'silent-connection',
    spec: { kind: 'silent-connection' },
    allowed: fails,
    clause: 'NET-3',
  },
  {
    fault: 'latency within the timeout',
    spec: { kind: 'latency', milliseconds: 100 },
    allowed: succeeds,
    clause: 'NET-3',
  },
]

function reportedErrors(source: DataSource): readonly FaultRow[] {
  const { roles, unlisted } = source.errors
  const apiError = (code: Code, clause: string, words = ''): FaultRow => ({
    fault: `api-error ${code}${words}`,
    spec: { kind: 'api-error', code },
    allowed: mapped(source, code),
    clause,
  })
  return [
    ...(roles.unavailable === undefined ? [] : [apiError(roles.unavailable, 'ERR-1')]),
    apiError(unlisted.usual, 'ERR-2', ', unlisted'),
    {
      fault: 'http-status 503, no body',
      spec: { kind: 'http-status', status: 503 },
      allowed: fails,
      clause: 'ERR-4',
    },
    {
      fault: 'rate-limit',
      spec: { kind: 'rate-limit', retryAfter: 0 },
      allowed:
        roles.too_many === undefined
          ? () => ['too_many_requests', 'service_unavailable']
          : mapped(source, roles.too_many),
      clause: 'ERR-3',
    },
  ]
}

const brokenResponses = (source: DataSource): readonly FaultRow[] => [
  { fault: 'reset', spec: { kind: 'reset' }, allowed: fails, clause: 'NET-2' },
  { fault: 'close-mid-body', spec: { kind: 'close-mid-body' }, allowed: fails, clause: 'NET-2' },
  { fault: 'malformed-json', spec: { kind: 'malformed-json' }, allowed: fails, clause: 'ERR-4' },
  {
    fault: 'empty-body',
    spec: { kind: 'empty-body' },
    allowed: failsUnlessLines(source),
    clause: 'ERR-4',
  },
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
]

const FIELD_MORE: FaultRow = {
  fault: 'schema-drift, field more',
  spec: { kind: 'schema-drift', field: NOBODYS_FIELD, to: true },
  allowed: either,
  clause: 'ERR-4',
}

/** A caller may be told of it; better is to log in again. */
const SESSION_EXPIRED: FaultRow = {
  fault: 'session-expired, once',
  spec: { kind: 'session-expired', times: 1 },
  allowed: () => [RIGHT, 'authentication_fail'],
  clause: 'ERR-3',
}

/** No fault of the data source, though some clients cannot read it. */
const IN_CHUNKS: FaultRow = {
  fault: 'answer-form, chunked',
  spec: { kind: 'answer-form', form: 'chunked' },
  allowed: succeeds,
  clause: 'NET-6',
}

/** Where an answer has nothing that matters, nobody has to look at it. */
const notANumber = (source: DataSource): FaultRow => ({
  fault: 'raw-json, NaN',
  spec: (method) => ({
    kind: 'raw-json',
    field: vitalField(source, method) ?? NOBODYS_FIELD,
    by: 'NaN',
  }),
  allowed: (method) => (vitalField(source, method) === undefined ? either() : fails()),
  clause: 'ERR-4',
})

/** Every kind of fault, in the ways in which outcomes differ at this data source. */
export function faultMatrix(source: DataSource): readonly FaultRow[] {
  return [
    ...WAITS,
    ...reportedErrors(source),
    ...brokenResponses(source),
    withoutVital(source, 'missing', { remove: true }),
    withoutVital(source, 'null', { to: null }),
    FIELD_MORE,
    ...ANOMALIES.filter((variant) => source.paging.anomalies.includes(variant)).map(pageAnomaly),
    ...(logInsOf(source).length > 0 ? [SESSION_EXPIRED] : []),
    IN_CHUNKS,
    notANumber(source),
    { fault: 'redirect in a loop', spec: { kind: 'redirect' }, allowed: fails, clause: 'SEC-2' },
  ]
}
