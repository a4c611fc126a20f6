import autocannon from 'autocannon'
import { type Browser, chromium, type Page } from 'playwright-core'
import { aimed, type Figure, megabytes, milliseconds } from '../figure.ts'
import { API, type BenchedMock, openMock } from '../open-mock.ts'

/** As many as a page knows. */
const EXCHANGES = 100_000
/** What `mock` gives its journal. */
const JOURNAL = 64 * 1_024 ** 2
const AT_ONCE = 20
/** How busy it is then. */
const EVERY = { milliseconds: 100, exchanges: 20 }
const PAGE_MEMORY = { atMost: 150e6 }
const FILTERING = { atMost: 300 }
const OPENING = { atMost: 500 }

/** What the page of a busy mock takes: the memory of its script, and the time until a filter has taken effect. */
export async function mockPageCost(): Promise<Figure[]> {
  const mock = await openMock({ rows: 100, journalBytes: JOURNAL })
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'],
  })
  try {
    return await measured(mock, browser)
  } finally {
    await browser.close()
    await mock.stop()
  }
}

async function measured(mock: BenchedMock, browser: Browser): Promise<Figure[]> {
  await fill(mock)
  const page = await browser.newPage()
  const took = async (act: () => Promise<unknown>) => {
    const began = performance.now()
    await act()
    return performance.now() - began
  }
  const opening = await took(async () => {
    await page.goto(`${mock.url}/_mock/ui`)
    await shows(page, EXCHANGES)
  })
  const heap = await page.evaluate<number>('performance.memory.usedJSHeapSize')
  const text = page.getByLabel(/^Text/)
  await text.fill('no such text')
  const filtering = await took(() => page.locator('.found', { hasText: /^0 shown/ }).waitFor())
  const looking = await took(() => shows(page, 0))
  await text.fill('')
  const stop = keepBusy(mock)
  await page.waitForFunction('document.querySelectorAll(".exchange").length > 0')
  const clicking = await took(async () => {
    // The list moves on all the time; what was chosen stays.
    await page.locator('.virtual').press('ArrowDown')
    await page.locator('.detail .pair').waitFor()
  })
  await stop()
  return [
    aimed('memory of its script at 100,000 exchanges', heap, PAGE_MEMORY, megabytes),
    aimed('until a filter has taken effect', filtering, FILTERING, milliseconds),
    aimed('until an exchange is open, at 200 a second', clicking, OPENING, milliseconds),
    { what: 'until 100,000 exchanges are shown', measured: milliseconds(opening) },
    { what: 'until their headers and bodies are looked through', measured: milliseconds(looking) },
  ]
}

/** Makes all exchanges, as fast as they are answered. */
async function fill({ url, headers }: BenchedMock): Promise<void> {
  const { '2xx': answered } = await autocannon({
    ...{ url: `${url}${API}/ping`, headers, connections: AT_ONCE, amount: EXCHANGES },
  })
  if (answered !== EXCHANGES) throw new Error(`${answered} of ${EXCHANGES} were answered`)
}

/** Makes 200 exchanges a second. The result stops that. */
function keepBusy({ url, headers }: BenchedMock): () => Promise<void> {
  const asked: Promise<unknown>[] = []
  const timer = setInterval(() => {
    for (let n = 0; n < EVERY.exchanges; n += 1) {
      asked.push(fetch(`${url}${API}/ping`, { headers }).then((answer) => answer.arrayBuffer()))
    }
  }, EVERY.milliseconds)
  return async () => {
    clearInterval(timer)
    await Promise.all(asked)
  }
}

async function shows(page: Page, count: number): Promise<void> {
  await page
    .locator('.found', { hasText: new RegExp(`^${count.toLocaleString('en')} shown$`) })
    .waitFor({ timeout: 120_000 })
}
