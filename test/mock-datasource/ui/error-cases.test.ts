import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connector } from '../../../contracts/connector.ts'
import { connectorOn, live, mockFor, openPage, startBrowser } from './support/opened-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
}, 60_000)
afterAll(() => browser.close())

type Answer = Readonly<Record<string, unknown>>

/** What an answer says, in a word: its error code, the status, how many rows. */
function told({ success, code, status, progress, data }: Answer): unknown {
  if (success !== true) return code
  if (typeof status === 'string') return `${status} ${progress}`
  return Array.isArray(data) ? data.length : 'ok'
}

/** What the connector makes of a search from its beginning to its third page. */
async function searched(connector: Connector): Promise<readonly unknown[]> {
  const answers: Answer[] = []
  const noted = async (answer: unknown) => {
    answers.push((await answer) as Answer)
    return answers.at(-1) as Answer
  }
  for (let n = 0; n < 3; n += 1) {
    if ((await noted(connector.query('SELECT id FROM events')))['success'] === true) break
  }
  const id = answers.at(-1)?.['search_id']
  if (typeof id !== 'string') return answers.map(told)
  for (let n = 0; n < 4; n += 1) {
    if ((await noted(connector.status(id)))['status'] !== 'RUNNING') break
  }
  for (const offset of [0, 10, 20]) await noted(connector.results(id, offset, 10))
  return answers.map(told)
}

async function asked(connector: Connector): Promise<readonly unknown[]> {
  return [told((await connector.ping()) as Answer)]
}

const DONE = ['ok', 'RUNNING 33', 'RUNNING 66', 'COMPLETED 100']

interface ErrorCase {
  readonly name: string
  /** What the connector makes of it. */
  readonly answers: readonly unknown[]
  /** Status and fault of the exchanges that are struck, the newest first. */
  readonly struck: readonly string[]
  readonly asking?: typeof asked
}

const CASES: readonly ErrorCase[] = [
  {
    name: 'rate-limited-then-fine',
    answers: ['too_many_requests', 'too_many_requests', ...DONE, 10, 10, 10],
    struck: ['429 rate-limit', '429 rate-limit'],
  },
  {
    name: 'token-expires-mid-search',
    answers: [...DONE, 10, 'authentication_fail', 'authentication_fail'],
    struck: ['401 api-error', '401 api-error'],
  },
  {
    name: 'search-expires-while-paging',
    answers: [...DONE, 10, 'no_results', 'no_results'],
    struck: ['404 api-error', '404 api-error'],
  },
  {
    name: 'connection-drops-on-page',
    answers: [...DONE, 10, 10, 'service_unavailable'],
    struck: ['— reset'],
  },
  {
    name: 'first-page-twice',
    answers: [...DONE, 10, 'unknown', 10],
    struck: ['200 page-anomaly'],
  },
  {
    name: 'empty-page-in-the-middle',
    answers: [...DONE, 10, 'unknown', 10],
    struck: ['200 page-anomaly'],
  },
  {
    name: 'never-completes',
    answers: ['ok', ...Array(4).fill('RUNNING 0'), 'unknown', 'unknown', 'unknown'],
    struck: [],
  },
  {
    name: 'fails-at-half',
    answers: ['ok', 'RUNNING 16', 'RUNNING 33', 'ERROR 50', 'unknown', 'unknown', 'unknown'],
    struck: [],
  },
  {
    name: 'slow-but-within-timeout',
    answers: ['ok'],
    struck: ['200 latency'],
    asking: asked,
  },
  {
    name: 'gateway-html-503',
    answers: ['service_unavailable'],
    struck: ['503 html-page'],
    asking: asked,
  },
]

test('each error case that people report is one click, and shows what the connector made of it', async () => {
  const mock = await mockFor()
  const page = await openPage(browser, mock, { room: 'faults' })
  await live(page)
  const known = mock.control.recipes().filter(({ whyNot }) => whyNot === undefined)
  const shown = await page.locator('.case b').allTextContents()
  expect(shown).toEqual(known.map(({ name }) => name))
  expect(shown.slice(0, 12)).toEqual(expect.arrayContaining(CASES.map(({ name }) => name)))
  for (const { name, answers, struck, asking = searched } of CASES) {
    mock.control.reset()
    await page.goto(`${mock.url}/_mock/ui#faults`)
    await page.getByRole('button', { name }).click()
    await page.locator('.deeds .said', { hasText: name }).waitFor()
    expect(await asking(connectorOn(mock)), name).toEqual(answers)
    await page.goto(`${mock.url}/_mock/ui#exchanges`)
    await expect.poll(() => struckOn(page), { message: name, timeout: 10_000 }).toEqual(struck)
  }
}, 60_000)

/** Status and fault of each exchange that the list shows as struck. */
async function struckOn(page: Page): Promise<readonly string[]> {
  await page.locator('.exchange').first().waitFor()
  // All at once: the list changes meanwhile, and one that has left it would be waited for.
  return page
    .locator('.exchange:has(mark)')
    .evaluateAll((rows) =>
      rows.map((row) =>
        ['.status', 'mark'].map((part) => row.querySelector(part)?.textContent).join(' '),
      ),
    )
}
