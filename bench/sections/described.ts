import { compare, type Effort } from '../compare.ts'
import { aimed, type Figure, milliseconds, ratio, sampled } from '../figure.ts'
import { type BenchedMock, openMock } from '../open-mock.ts'
import { pagesFrom, ROWS_OF_A_PAGE } from '../pages.ts'
import type { SessionOperations } from '../processes/sessions.ts'
import { Worker } from '../processes/worker.ts'

const PAGE_TARGET = { atMost: 1.3 }
/** That it costs no more; what is left is what two equal ones differ by. */
const SESSION_TARGET = { atMost: 1.05 }
const READING_TARGET = { atMost: 50 }

const ROWS = 1_000
const SESSIONS_A_ROUND = 100

/** What a data source that a file describes costs beside ABC Security Monitor, which is written by hand. */
export async function describedCost(effort: Effort): Promise<Figure[]> {
  return [await keptPage(effort), ...(await sessions(effort))]
}

async function keptPage(effort: Effort): Promise<Figure> {
  const [described, abc] = [
    await openMock({ rows: ROWS, isDescribed: true }),
    await openMock({ rows: ROWS }),
  ]
  try {
    const subjects = [await pagesOf(described, 'all'), await pagesOf(abc, 'SELECT * FROM events')]
    const [own = [], other = []] = await compare(subjects, effort)
    const costs = own.map(({ cost }, round) => cost / (other[round]?.cost ?? cost))
    return sampled('kept page of 100 rows: described / ABC', costs, PAGE_TARGET, ratio)
  } finally {
    await Promise.all([described.stop(), abc.stop()])
  }
}

async function pagesOf(mock: BenchedMock, query: string) {
  const [id = ''] = await mock.search([query])
  return mock.subject(pagesFrom(0, ROWS / ROWS_OF_A_PAGE, id))
}

async function sessions({ rounds }: Effort): Promise<Figure[]> {
  const worker = new Worker<SessionOperations>(new URL('../processes/sessions.ts', import.meta.url))
  try {
    const reading = await worker.ask('readAll', undefined)
    const costOf = (isDescribed: boolean) =>
      worker.ask('sessions', { count: SESSIONS_A_ROUND, isDescribed })
    for (const isDescribed of [true, false]) await costOf(isDescribed)
    const costs: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const order = round % 2 === 0 ? [true, false] : [false, true]
      const measured = new Map<boolean, number>()
      for (const isDescribed of order) measured.set(isDescribed, await costOf(isDescribed))
      costs.push((measured.get(true) ?? 0) / (measured.get(false) ?? 1))
    }
    return [
      sampled('start of a session: described / ABC', costs, SESSION_TARGET, ratio),
      aimed('reading all that are built in', reading, READING_TARGET, milliseconds),
    ]
  } finally {
    await worker.stop()
  }
}
