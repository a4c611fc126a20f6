import * as z from 'zod'
import { Text } from './text.ts'

const Common = {
  /** The most rows of a page, whatever is asked for; absent where the API sets no bound. */
  most_rows: z.int().min(1).optional(),
}

/** Where the parameters of a page travel. Members of JSON and XML by a path. */
const In = z.enum(['query', 'form', 'json', 'ndjson', 'xml', 'header', 'path']).default('query')

/** The smallest limit that is taken. */
const Least = z.int().min(0).max(1).default(1)

const OffsetLimit = z.strictObject({
  style: z.literal('offset-limit'),
  ...Common,
  in: In,
  /** The parameter that says how many rows to pass over. */
  offset: Text,
  limit: Text,
  /** How many rows come where a request does not say; absent: all, as far as a page goes. */
  limit_default: z.int().min(1).optional(),
  /** A limit by which all rows are asked for, as far as a page goes. */
  limit_all: z.literal(0).optional(),
})

const RangeHeader = z.strictObject({
  style: z.literal('range-header'),
  ...Common,
  /** `items` in `Range: items=0-49`. */
  unit: z.string().regex(/^[A-Za-z-]+$/, 'must be a word'),
})

const PageNumber = z.strictObject({
  style: z.literal('page-number'),
  ...Common,
  in: In,
  page: Text,
  size: Text,
  /** The number of the first page. */
  first: z.int().min(0).max(1).default(1),
})

const Cursor = z.strictObject({
  style: z.literal('cursor'),
  ...Common,
  in: In,
  /** The parameter that takes what the answer before gave as `{{next}}`. */
  cursor: Text,
  limit: Text,
  least: Least,
  /** How many rows come where a request does not say; absent: all, as far as a page goes. */
  limit_default: z.int().min(1).optional(),
  /** The greatest limit that is taken; absent: any, though a page may hold fewer rows. */
  most: z.int().min(1).optional(),
  /** What cursors are like: any text, with characters that a URL has to encode, or a plain text in Base64. */
  cursors: z.enum(['any', 'base64-of-text']).optional(),
})

const LinkHeader = z.strictObject({
  style: z.literal('link-header'),
  ...Common,
  /** The parameter of the URL by which the next page is told from this one. */
  cursor: Text,
  limit: Text,
  least: Least,
})

const NextUrl = z.strictObject({
  style: z.literal('next-url'),
  ...Common,
  /** The parameter of the URL by which the next page is told from this one. */
  cursor: Text,
  limit: Text,
  least: Least,
  /** `{{next}}` is a URL without scheme and host. */
  relative: z.literal(true, { error: 'must be true, or absent' }).optional(),
})

/** Without a bound of its own: there would be no way to the rows beyond it. */
const Limit = z.strictObject({
  style: z.literal('limit'),
  in: In,
  /** The parameter that says how many rows to give, from the first one on. */
  limit: Text,
})

/** What no other style can say; placeholders of its answers are `offset`, `limit` and `next`, an offset. */
const ByHook = z.strictObject({ style: z.literal('hook'), ...Common })

const SearchAfter = z.strictObject({
  style: z.literal('search-after'),
  ...Common,
  in: z.literal('json').default('json'),
  /** The fields by which rows are ordered: names, or objects as `{ field: asc }`. */
  sort: Text,
  /** Takes what each row tells as `{{sort}}`: the values behind which the next page begins. */
  after: Text,
  limit: Text,
  least: Least,
  /** How many rows to pass over, where nothing is searched after. */
  from: Text.optional(),
})

const Whole = z.strictObject({ style: z.literal('whole') })

/** How a result is divided into pages; each style is a file of `mock-datasource/described/paging/`. */
export const DescribedPaging = z.discriminatedUnion('style', [
  OffsetLimit,
  RangeHeader,
  PageNumber,
  Cursor,
  LinkHeader,
  NextUrl,
  Limit,
  ByHook,
  SearchAfter,
  Whole,
])
export type DescribedPaging = z.infer<typeof DescribedPaging>
