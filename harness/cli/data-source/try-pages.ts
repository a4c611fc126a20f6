import type { Mode } from '../../../contracts/data-source/mode.ts'
import type { Asker } from './asker.ts'
import type { Finding } from './finding.ts'
import { newSearch } from './new-search.ts'

/** How many rows a client wants a page, and how many the data source gives at most, where it is bounded. */
const SIZES = [
  { limit: 1, most: 100 },
  { limit: 3, most: 100 },
  { limit: 100, most: 100 },
  { limit: 5, most: 2 },
] as const

/** Follows the pages of a result by several sizes, and looks whether they are all rows in their order. */
export async function* tryPages(asker: Asker, rows: number): AsyncGenerator<Finding> {
  const { modes, methods, paging } = asker.source
  const done = new Set<string>()
  for (const mode of modes) {
    const operation = methods[mode]?.results
    if (operation === undefined || done.has(operation)) continue
    done.add(operation)
    for (const size of SIZES) {
      const isTold = paging.unbounded !== true || size.most > size.limit - 1
      if (paging.style === 'whole' && size !== SIZES[2]) continue
      const isRefused = paging.refusesMore === true && size.limit > size.most
      if (isTold && !isRefused) yield await followed(asker, operation, mode, { ...size, rows })
    }
  }
}

interface Size {
  readonly limit: number
  readonly most: number
  readonly rows: number
}

async function followed(
  asker: Asker,
  operation: string,
  mode: Mode,
  { limit, most, rows }: Size,
): Promise<Finding> {
  const { source, mock } = asker
  mock.control.patchSettings({ maxPageSize: most })
  const create = source.methods[mode]?.query
  const named = create === undefined ? { query: source.query.all } : await newSearch(asker, create)
  const found: unknown[] = []
  const size = most < limit ? `${limit} asked for, ${most} given` : `${limit} a page`
  const name = source.modes.length > 1 ? `${operation}, ${size}` : size
  let pages = 0
  let next: string | undefined
  let problem: string | undefined
  do {
    const wanted = source.paging.style === 'limit' ? limit * 2 ** pages : limit
    const place = { offset: found.length, pages, limit: wanted, ...(next && { next }) }
    const exchange = await asker.ask(operation, named, place)
    const { response } = exchange
    const read = source.reads.page(exchange)
    const page = response && source.client.read(operation, response, 'rows')
    pages += 1
    if (!Array.isArray(page)) {
      const code = response && source.reads.errorCode(response)
      problem = `page ${pages} holds no rows: ${code === undefined ? `HTTP ${response?.status}` : `code ${code}`}`
      break
    }
    // A larger page begins at the first row again.
    if (source.paging.style === 'limit') found.length = 0
    found.push(...page)
    next = read?.next ?? undefined
    if (page.length === 0 || read?.next === null) break
  } while (goesOn(source.paging.style, found.length, rows) && pages <= rows + 1)
  problem ??= await differenceIn(asker, found)
  const seen = `${found.length} rows in ${pages} ${pages === 1 ? 'request' : 'requests'}`
  return { about: 'pages', name, seen, ...(problem && { problem, exchange: asker.latest() }) }
}

/** Whether a client would ask once more. One that is led on knows its end by the answer. */
function goesOn(style: string, found: number, rows: number): boolean {
  if (style === 'whole') return false
  return ['token', 'next-url', 'search-after'].includes(style) || found < rows
}

async function differenceIn(asker: Asker, found: readonly unknown[]): Promise<string | undefined> {
  const { source, mock } = asker
  const due = await mock.control.rows(source.query.all)
  if (found.length !== due.length) return `there are ${due.length} rows in all`
  const at = due.findIndex((row, index) => {
    const key = JSON.stringify(row[source.rows.key])
    return !JSON.stringify(found[index]).includes(key)
  })
  return at < 0 ? undefined : `row ${at + 1} is another than the one with that place in the result`
}
