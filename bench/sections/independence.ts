import { compare, type Effort, type Subject } from '../compare.ts'
import { type Figure, ratio, sampled } from '../figure.ts'
import { type BenchedMock, openMock } from '../open-mock.ts'
import { pagesFrom, ROWS_OF_A_PAGE } from '../pages.ts'

/** What does not grow still differs a little: caches of the processor, the garbage collector. */
const TARGET = { atMost: 1.5 }
const FEW_SEARCHES = 10
const MANY_SEARCHES = 10_000
const FEW_ROWS = 1_000
const MANY_ROWS = 1_000_000
/** As many pages as the small result has. */
const FEW_PAGES = FEW_ROWS / ROWS_OF_A_PAGE
/** More pages than the mock keeps ready: each of them is made when it is asked for. */
const MANY_PAGES = 1_000

/** What a status call costs the mock with many searches, as a ratio to what it costs with few. */
export async function statusCost(effort: Effort): Promise<Figure[]> {
  const [few, many] = [await openMock({ rows: FEW_ROWS }), await openMock({ rows: FEW_ROWS })]
  try {
    const subjects = [await statusOf(few, FEW_SEARCHES), await statusOf(many, MANY_SEARCHES)]
    const [cost = []] = await costs(subjects, effort)
    return [sampled('status: 10,000 searches / 10', cost, TARGET, ratio)]
  } finally {
    await Promise.all([few.stop(), many.stop()])
  }
}

/** Each search has a query of its own, and each is asked for. */
async function statusOf(mock: BenchedMock, searches: number): Promise<Subject> {
  const ids = await mock.search(differentQueries(searches))
  return mock.subject(ids.map((id) => `/searches/${id}`))
}

/** What a page costs the mock at either end and in the middle of a large result, to that of a small one. */
export async function pageCost(effort: Effort): Promise<Figure[]> {
  const [small, large] = [await openMock({ rows: FEW_ROWS }), await openMock({ rows: MANY_ROWS })]
  try {
    return [
      ...(await compareWith(await fewPages(small), large, FEW_PAGES, effort)),
      ...(await compareWith(await manyPages(small), large, MANY_PAGES, effort)),
    ]
  } finally {
    await Promise.all([small.stop(), large.stop()])
  }
}

async function fewPages(small: BenchedMock): Promise<Subject> {
  const [id] = await small.search(['SELECT * FROM events'])
  return small.subject(pagesFrom(0, FEW_PAGES, id as string))
}

/** A small result has few pages; so many searches of that size are read in turn. */
async function manyPages(small: BenchedMock): Promise<Subject> {
  const ids = await small.search(differentQueries(MANY_PAGES / FEW_PAGES))
  return small.subject(ids.flatMap((id) => pagesFrom(0, FEW_PAGES, id)))
}

async function compareWith(
  small: Subject,
  large: BenchedMock,
  pages: number,
  effort: Effort,
): Promise<Figure[]> {
  const [id = ''] = await large.search(['SELECT * FROM events'])
  const places = [
    ['first', 0],
    ['middle', MANY_ROWS / 2],
    ['last', MANY_ROWS - pages * ROWS_OF_A_PAGE],
  ] as const
  const there = places.map(([, first]) => large.subject(pagesFrom(first, pages, id)))
  const measured = await costs([small, ...there], effort)
  return places.map(([place], index) => {
    const what = `${place} ${pages} pages: 1,000,000 rows / 1,000`
    return sampled(what, measured[index] ?? [], TARGET, ratio)
  })
}

/** They select all rows, each in words of its own. */
function differentQueries(count: number): string[] {
  return Array.from(
    { length: count },
    (_query, index) => `SELECT * FROM events LIMIT ${FEW_ROWS + index}`,
  )
}

/** What an answer costs each subject but the first, as a ratio to what it costs the first, round by round. */
async function costs(subjects: readonly Subject[], effort: Effort): Promise<number[][]> {
  const [first = [], ...others] = await compare(subjects, effort)
  return others.map((other) => other.map(({ cost }, round) => cost / (first[round]?.cost ?? cost)))
}
