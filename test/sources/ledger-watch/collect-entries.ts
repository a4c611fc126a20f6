import { createHash } from 'node:crypto'
import * as z from 'zod'
import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { parseCount } from '../../../connectors/support/parse-count.ts'

/** The most entries that are asked for at once; the ledger may give fewer. */
const MOST_AT_ONCE = 1_000

const Count = z.int().min(0)

export const EntriesPage = z.object({
  // Passed on as they are: parsing each field would copy them.
  entries: z.array(z.custom<object>((entry) => typeof entry === 'object' && entry !== null)),
  page: Count,
  per_page: z.int().min(1),
  pages: Count,
  count: Count,
})
export type EntriesPage = z.infer<typeof EntriesPage>

export type FetchPage = (page: number, perPage: number) => Promise<EntriesPage>

/** The part of a result that a caller asks for, unparsed. */
export interface Wanted {
  readonly offset: unknown
  readonly length: unknown
  readonly metadata: unknown
  readonly resultLimit: number | undefined
}

/**
 * The entries of a window, and where to go on unless the result ends there. A page begins at a multiple of its
 * size, so that the first may hold entries before the window; and the ledger may give smaller pages than were
 * asked for, which is found out once.
 */
export async function collectEntries(fetch: FetchPage, search: string, wanted: Wanted) {
  const offset = parseCount(wanted.offset, 'offset')
  const length = parseCount(wanted.length, 'length')
  const start = wanted.metadata == null ? offset : placeIn(wanted.metadata, search)
  const limit = wanted.resultLimit ?? Number.POSITIVE_INFINITY
  const most = Math.max(0, Math.min(length, limit - start))
  const { rows, count } = await walk(fetch, start, most)
  const end = start + rows.length
  const over = end >= Math.min(count, limit)
  return over ? { data: rows } : { data: rows, metadata: metadataAt(end, search) }
}

async function walk(fetch: FetchPage, start: number, most: number) {
  const rows: object[] = []
  const seen = new Set<unknown>()
  let size = Math.max(1, Math.min(most, MOST_AT_ONCE))
  let count: number | undefined
  for (;;) {
    const position = start + rows.length
    const number = Math.min(Math.floor(position / size) + 1, Number.MAX_SAFE_INTEGER)
    const page = await fetch(number, size)
    if (page.per_page < size && count === undefined) {
      size = page.per_page
      count = page.count
      continue
    }
    count ??= page.count
    requireSound(page, { number, size, count })
    const first = position - (number - 1) * size
    const own = page.entries.slice(first, first + most - rows.length)
    requireNew(own, seen)
    rows.push(...own)
    if (rows.length >= most || start + rows.length >= count) return { rows, count }
  }
}

function requireSound(
  page: EntriesPage,
  { number, size, count }: { number: number; size: number; count: number },
): void {
  const expected = Math.max(0, Math.min(size, count - (number - 1) * size))
  demand(page.page === number, 'a page is another than was asked for')
  demand(page.per_page === size, 'pages have two sizes')
  demand(page.count === count, 'the count changed')
  demand(page.entries.length === expected, 'a page has more or fewer entries than the count says')
}

function requireNew(entries: readonly object[], seen: Set<unknown>): void {
  for (const entry of entries) {
    const { ref } = entry as { ref?: unknown }
    demand(ref === undefined || !seen.has(ref), 'an entry is repeated')
    seen.add(ref)
  }
}

function demand(holds: boolean, otherwise: string): void {
  if (holds) return
  throw new ConnectorFailure('unknown', `The ledger contradicts itself: ${otherwise}`)
}

const Metadata = z.strictObject({ at: Count, seal: z.string() })

function metadataAt(at: number, search: string): z.infer<typeof Metadata> {
  return { at, seal: sealOf(at, search) }
}

function placeIn(metadata: unknown, search: string): number {
  const { data } = Metadata.safeParse(metadata)
  if (data !== undefined && data.seal === sealOf(data.at, search)) return data.at
  throw new ConnectorFailure('invalid_parameter', 'metadata is not what this search gave')
}

/** Binds a place to its search: a number that was changed would give wrong rows. */
function sealOf(at: number, search: string): string {
  const text = JSON.stringify([search, at])
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
