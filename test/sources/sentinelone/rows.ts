import { broken, isObject, type SentinelOneApi } from './api.ts'

/** The most that a request may ask for. */
const MOST = 1_000

/** The rows of a window: a cursor leads from page to page, and nothing leads into the middle. */
export async function rowsOf(api: SentinelOneApi, path: string, first: number, wanted: number) {
  const rows: object[] = []
  const cursors = new Set<string>()
  const end = first + wanted
  for (let cursor = ''; ; ) {
    // No row may be wanted, but whether there is such a query.
    const limit = Math.max(1, Math.min(MOST, end - rows.length))
    const from = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page = pageIn(await api.ask({ method: 'GET', path: `${path}&limit=${limit}${from}` }))
    if (page.data.length > limit) throw broken('data')
    rows.push(...page.data)
    if (page.next === null && rows.length !== page.total) throw broken('totalItems')
    if (page.next === null || rows.length >= end) return rows.slice(first, end)
    if (page.data.length === 0 || cursors.has(page.next)) throw broken('nextCursor')
    cursors.add(page.next)
    cursor = page.next
  }
}

function pageIn({ data, pagination }: Readonly<Record<string, unknown>>) {
  if (!Array.isArray(data) || !data.every(isObject)) throw broken('data')
  if (!isObject(pagination)) throw broken('pagination')
  const { nextCursor: next, totalItems: total } = pagination
  if (next !== null && (typeof next !== 'string' || next === '')) throw broken('nextCursor')
  return { data, next, total }
}
