import type { FaultKind } from '../fault-kind.ts'
import { answerForm } from './answer-form.ts'
import { apiError } from './api-error.ts'
import { closeMidBody } from './close-mid-body.ts'
import { drip } from './drip.ts'
import { emptyBody } from './empty-body.ts'
import { hang } from './hang.ts'
import { htmlPage } from './html-page.ts'
import { httpStatus } from './http-status.ts'
import { latency } from './latency.ts'
import { malformedJson } from './malformed-json.ts'
import { notUtf8 } from './not-utf8.ts'
import { otherCertificate } from './other-certificate.ts'
import { oversized } from './oversized.ts'
import { pageAnomaly } from './page-anomaly.ts'
import { rateLimit } from './rate-limit.ts'
import { rawJson } from './raw-json.ts'
import { redirect } from './redirect.ts'
import { reset } from './reset.ts'
import { schemaDrift } from './schema-drift.ts'
import { sessionExpired } from './session-expired.ts'
import { silentConnection } from './silent-connection.ts'
import { wrongContentType } from './wrong-content-type.ts'

/** Every kind of fault there is. A new one is a file of its own and a line here. */
export const FAULT_KINDS = [
  apiError,
  httpStatus,
  latency,
  hang,
  drip,
  reset,
  closeMidBody,
  malformedJson,
  emptyBody,
  htmlPage,
  wrongContentType,
  notUtf8,
  oversized,
  schemaDrift,
  rateLimit,
  pageAnomaly,
  redirect,
  sessionExpired,
  answerForm,
  silentConnection,
  rawJson,
  otherCertificate,
] as const

const BY_NAME: ReadonlyMap<string, FaultKind> = new Map(
  FAULT_KINDS.map((kind) => [kind.schema.shape.kind.value, kind as unknown as FaultKind]),
)

/** The kind of a specification that the schema has accepted. */
export function kindOf(spec: { readonly kind: string }): FaultKind {
  const kind = BY_NAME.get(spec.kind)
  if (!kind) throw new Error(`there is no fault of kind ${spec.kind}`)
  return kind
}
