import * as z from 'zod'

export const ABC_NAME = 'ABC Security Monitor'
export const ABC_VERSION = '1.0.0'

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
const Offset = NonNegativeInteger.describe('How many rows of the result come before the page.')
const Limit = z
  .int()
  .min(1)
  .describe('The most rows that the page may hold. The server has a cap of its own.')
const PageToken = z.string().min(1).describe('`next_page_token` of the page before.')
const Query = z
  .string()
  .min(1)
  .max(ABC_QUERY_MAX_LENGTH)
  .describe('A query in the native language.')
const Progress = z.int().min(0).max(100).describe('Per cent; never goes down.')

/** The id of a search in a path. `.` and `..` cannot be told from steps in the path, so none has them. */
export const AbcSearchId = z
  .string()
  .min(1)
  .regex(/^(?!\.{1,2}$)/, "cannot be '.' or '..'")

/** An id that a client wishes for its search. */
const WishedId = AbcSearchId.max(ABC_QUERY_ID_MAX_LENGTH).refine((id) => id.isWellFormed(), {
  error: 'holds half a surrogate pair, which no URL can carry',
})

export const AbcErrorBody = z.strictObject({
  code: z.int().describe('Tells errors apart, beyond the HTTP status.'),
  message: z.string().min(1).describe('For people; its words may change.'),
})
export type AbcErrorBody = z.infer<typeof AbcErrorBody>

export const AbcPingBody = z.strictObject({
  code: z.literal(200),
  success: z.literal(true),
  name: z.string(),
  version: z.string(),
})
export type AbcPingBody = z.infer<typeof AbcPingBody>

export const AbcCreateSearchRequest = z.strictObject({
  query: Query,
  query_id: WishedId.optional().describe('The id that the search is to have. Else a UUID.'),
})
export type AbcCreateSearchRequest = z.infer<typeof AbcCreateSearchRequest>

export const AbcCreateSearchBody = z.strictObject({
  code: z.literal(200),
  query_id: AbcSearchId,
  status: AbcStatus,
  progress: Progress,
})
export type AbcCreateSearchBody = z.infer<typeof AbcCreateSearchBody>

export const AbcSearchStatusBody = z.strictObject({
  code: z.literal(200),
  query_id: AbcSearchId,
  status: AbcStatus,
  progress: Progress,
  record_count: NonNegativeInteger.describe('How many rows have been found so far.'),
})
export type AbcSearchStatusBody = z.infer<typeof AbcSearchStatusBody>

/** One row of a table, by field name. */
export const AbcRow = z.record(z.string(), z.unknown())
export type AbcRow = z.infer<typeof AbcRow>

export const AbcResultsBody = z.strictObject({
  code: z.literal(200),
  data: z.array(AbcRow).describe('Ordered by `time`, then `id`.'),
  offset: Offset,
  total: NonNegativeInteger.describe('How many rows the whole result has.'),
  next_page_token: z
    .string()
    .min(1)
    .nullable()
    .describe('A string exactly when rows remain after this page; opaque.'),
})
export type AbcResultsBody = z.infer<typeof AbcResultsBody>

export const AbcDeleteBody = z.strictObject({ code: z.literal(200), success: z.literal(true) })
export type AbcDeleteBody = z.infer<typeof AbcDeleteBody>

export const AbcSynchronousQueryRequest = z.strictObject({
  query: Query,
  offset: Offset.optional(),
  limit: Limit.optional(),
  page_token: PageToken.optional(),
})
export type AbcSynchronousQueryRequest = z.infer<typeof AbcSynchronousQueryRequest>

/** The query parameters of search results. A URL has integers as decimal digits. */
export const AbcResultsParameters = z.strictObject({
  offset: Offset.optional(),
  limit: Limit.optional(),
  page_token: PageToken.optional(),
})
