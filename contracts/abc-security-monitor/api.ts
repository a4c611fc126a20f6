import * as z from 'zod'

/** Where the API lives below `{scheme}://{host}:{port}`. */
export const ABC_BASE_PATH = '/api/v1'

/** The states of a search at the data source. A terminal one never changes. */
export const ABC_STATUSES = [
  'WAIT',
  'EXECUTE',
  'SORTING',
  'COMPLETED',
  'CANCELED',
  'ERROR',
] as const
export const AbcStatus = z.enum(ABC_STATUSES)
export type AbcStatus = z.infer<typeof AbcStatus>

export const ABC_QUERY_MAX_LENGTH = 65_536
export const ABC_QUERY_ID_MAX_LENGTH = 256
/** Largest request body in bytes; a larger one is answered with 413 and code 1005. */
export const ABC_BODY_MAX_BYTES = 1_048_576
export const ABC_DEFAULT_LIMIT = 100
export const ABC_DEFAULT_MAX_PAGE_SIZE = 1_000

/** The operations of the API by name; faults and pacts refer to these. */
export const ABC_OPERATIONS = ['ping', 'create', 'status', 'results', 'delete', 'query'] as const
export const AbcOperation = z.enum(ABC_OPERATIONS)
/** `create`, `status`, `results` and `delete` act on a search; `query` is the synchronous query. */
export type AbcOperation = z.infer<typeof AbcOperation>

const NonNegativeInteger = z.int().min(0)

export const AbcErrorBody = z.strictObject({ code: z.int(), message: z.string().min(1) })
export type AbcErrorBody = z.infer<typeof AbcErrorBody>

export const AbcPingBody = z.strictObject({
  code: z.literal(200),
  success: z.literal(true),
  name: z.string(),
  version: z.string(),
})
export type AbcPingBody = z.infer<typeof AbcPingBody>

export const AbcCreateSearchRequest = z.strictObject({
  query: z.string().min(1).max(ABC_QUERY_MAX_LENGTH),
  query_id: z.string().min(1).max(ABC_QUERY_ID_MAX_LENGTH).optional(),
})
export type AbcCreateSearchRequest = z.infer<typeof AbcCreateSearchRequest>

export const AbcCreateSearchBody = z.strictObject({
  code: z.literal(200),
  query_id: z.string().min(1),
  status: AbcStatus,
  progress: z.int().min(0).max(100),
})
export type AbcCreateSearchBody = z.infer<typeof AbcCreateSearchBody>

export const AbcSearchStatusBody = z.strictObject({
  code: z.literal(200),
  query_id: z.string().min(1),
  status: AbcStatus,
  progress: z.int().min(0).max(100),
  record_count: NonNegativeInteger,
})
export type AbcSearchStatusBody = z.infer<typeof AbcSearchStatusBody>

/** One row of a table, by field name. */
export const AbcRow = z.record(z.string(), z.unknown())
export type AbcRow = z.infer<typeof AbcRow>

export const AbcResultsBody = z.strictObject({
  code: z.literal(200),
  data: z.array(AbcRow),
  offset: NonNegativeInteger,
  total: NonNegativeInteger,
  next_page_token: z.string().min(1).nullable(),
})
export type AbcResultsBody = z.infer<typeof AbcResultsBody>

export const AbcDeleteBody = z.strictObject({ code: z.literal(200), success: z.literal(true) })
export type AbcDeleteBody = z.infer<typeof AbcDeleteBody>

export const AbcSynchronousQueryRequest = z.strictObject({
  query: z.string().min(1).max(ABC_QUERY_MAX_LENGTH),
  offset: NonNegativeInteger.optional(),
  limit: z.int().min(1).optional(),
  page_token: z.string().min(1).optional(),
})
export type AbcSynchronousQueryRequest = z.infer<typeof AbcSynchronousQueryRequest>
