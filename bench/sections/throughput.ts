import { compare, type Effort, type Measured, type Subject } from '../compare.ts'
import { type Figure, ratio, sampled } from '../figure.ts'
import { openBare } from '../open-bare.ts'
import { openMock } from '../open-mock.ts'
import { pagesFrom, pagesOver, ROWS_OF_A_PAGE } from '../pages.ts'

const TARGET = { atLeast: 0.5 }
const ROWS = 1_000_000
/** The size of the result that a mock has which was told nothing else. */
const ROWS_BY_DEFAULT = 1_000
/** Far more than the mock keeps ready. */
const PAGES_OF_A_LARGE_RESULT = 1_000

/** How much of the throughput of a bare node:http server the mock has, with journal and authentication on. */
export async function throughput(effort: Effort, profile: string | undefined): Promise<Figure[]> {
  const mock = await openMock({ rows: ROWS, profile })
  try {
    const [small, large] = await mock.search([
      `SELECT * FROM events LIMIT ${ROWS_BY_DEFAULT}`,
      'SELECT * FROM events',
    ])
    if (small === undefined || large === undefined) throw new Error('no searches were made')
    const smallResult = pagesFrom(0, ROWS_BY_DEFAULT / ROWS_OF_A_PAGE, small)
    const largeResult = pagesOver(ROWS, PAGES_OF_A_LARGE_RESULT, large)
    return [
      ...(await against('ping', mock.subject(['/ping']), effort, TARGET)),
      ...(await against('page of 100 rows', mock.subject(smallResult), effort, TARGET)),
      // The bodies of the bare server lie ready; no target, since here the mock has to make each of its own.
      ...(await against('page made anew for each request', mock.subject(largeResult), effort)),
    ]
  } finally {
    await mock.stop()
  }
}

async function against(
  what: string,
  subject: Subject,
  effort: Effort,
  target?: typeof TARGET,
): Promise<Figure[]> {
  const bare = await openBare(subject)
  try {
    const [ofMock = [], ofBare = []] = await compare([subject, bare], effort)
    const ofBoth = (measure: (mock: Measured, bare: Measured) => number) =>
      ofMock.map((one, round) => measure(one, ofBare[round] ?? one))
    return [
      sampled(
        `${what}: throughput, mock / bare`,
        ofBoth((one, other) => one.throughput / other.throughput),
        target,
        ratio,
      ),
      sampled(
        `${what}: processor time, bare / mock`,
        ofBoth((one, other) => other.cost / one.cost),
        undefined,
        ratio,
      ),
    ]
  } finally {
    await bare.stop()
  }
}
