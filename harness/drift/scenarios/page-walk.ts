import { isDeepStrictEqual } from 'node:util'
import { AbcResultsBody } from '../../../contracts/abc-security-monitor/api.ts'
import type { Exchange } from '../exchange.ts'
import { success } from '../probe/expected.ts'
import type { Observer } from '../probe/observer.ts'
import type { Scenario } from '../scenario.ts'
import type { Side } from '../side.ts'
import { completedSearch, getResults, pageOf } from '../steps.ts'
import { CannotGoOn } from '../stops.ts'

const LIMIT = 3
const MOST_PAGES = 4

/** A few pages by their tokens, and the same ones by offset. */
export const pageWalk: Scenario = {
  name: 'page-walk',
  title: 'A walk over pages',
  async run(side, observe, { query }) {
    const id = await completedSearch(side, query)
    const pages = await walk(side, id)
    observe.answer('pages by token', pages, success(AbcResultsBody))
    const { total } = pageOf(pages[0] as Exchange)
    if (total <= LIMIT) {
      throw new CannotGoOn(
        `its rows (${total}) make one page of ${LIMIT}; give --query more of them`,
      )
    }
    observeWalk(observe, pages)
    await observeOffsets(side, observe, id, pages)
  },
}

async function walk(side: Side, id: string): Promise<readonly Exchange[]> {
  const pages = [await getResults(side, id, `limit=${LIMIT}`)]
  while (pages.length < MOST_PAGES) {
    const { next_page_token: token } = pageOf(pages.at(-1) as Exchange)
    if (token === null) break
    const next = `page_token=${encodeURIComponent(token)}&limit=${LIMIT}`
    pages.push(await getResults(side, id, next))
  }
  return pages
}

function observeWalk(observe: Observer, exchanges: readonly Exchange[]): void {
  const pages = exchanges.map(pageOf)
  const last = exchanges.at(-1)
  const claim = (facet: string, holds: boolean) =>
    observe.exact('pages by token', facet, holds, last)
  const before = pages.map((_, index) =>
    pages.slice(0, index).reduce((sum, { data }) => sum + data.length, 0),
  )
  const remain = pages.map(({ data, total }, index) => total - (before[index] ?? 0) - data.length)
  const isFull = pages.map(({ data }, index) => data.length === LIMIT || remain[index] === 0)
  claim('each page is full while rows remain', isFull.every(Boolean))
  const isRight = pages.map(
    ({ next_page_token: token }, index) => (token !== null) === (remain[index] ?? 0) > 0,
  )
  claim('a token comes exactly while rows remain', isRight.every(Boolean))
  const tokens = pages.map(({ next_page_token: token }) => token)
  claim('each page gives another token', new Set(tokens).size === tokens.length)
  const rows = pages.flatMap(({ data }) => data.map((row) => JSON.stringify(row)))
  claim('no row comes twice', new Set(rows).size === rows.length)
  claim(
    'offset counts the rows before',
    pages.every(({ offset }, index) => offset === before[index]),
  )
  claim('total stays', new Set(pages.map(({ total }) => total)).size === 1)
}

async function observeOffsets(
  side: Side,
  observe: Observer,
  id: string,
  pages: readonly Exchange[],
): Promise<void> {
  const byOffset = await getResults(side, id, `offset=${LIMIT}&limit=${LIMIT}`)
  observe.answer('a page by offset', byOffset, success(AbcResultsBody))
  const second = pages[1] && pageOf(pages[1]).data
  const isSame = isDeepStrictEqual(pageOf(byOffset).data, second)
  observe.exact('a page by offset', 'its rows are those of the page by token', isSame, byOffset)
  const inside = await getResults(side, id, `offset=1&limit=${LIMIT - 1}`)
  const first = pages[0] && pageOf(pages[0]).data.slice(1)
  const isInside = isDeepStrictEqual(pageOf(inside).data, first)
  observe.exact('a page by offset', 'a window within a page holds its rows', isInside, inside)
}
