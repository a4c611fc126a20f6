import { type Browser, chromium, type Page } from 'playwright-core'
import { aimed, type Figure, megabytes, milliseconds } from '../figure.ts'
import { API, type BenchedMock, openMock } from '../open-mock.ts'

const EXCHANGES = 10_000
const AT_ONCE = 20
const PAGE_MEMORY = { atMost: 150e6 }
const FILTERING = { atMost: 300 }

/** What the page of a busy mock takes: the memory of its script, and the time until a filter has taken effect. */
export async function mockPageCost(): Promise<Figure[]> {
  const mock = await openMock({ rows: 100 })
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
  const page = await browser.newPage()
  await page.goto(`${mock.url}/_mock/ui`)
  await page.locator('.link.live').waitFor()
  const began = performance.now()
  await busy(mock)
  await shows(page, EXCHANGES)
  const perSecond = EXCHANGES / ((performance.now() - began) / 1_000)
  const heap = await page.evaluate<number>('performance.memory.usedJSHeapSize')
  const start = performance.now()
  await page.getByLabel(/^Text/).fill('no such text')
  await shows(page, 0)
  const filtering = performance.now() - start
  return [
    { what: 'exchanges a second that it followed', measured: perSecond.toFixed(0) },
    aimed(`memory of its script at ${EXCHANGES} exchanges`, heap, PAGE_MEMORY, megabytes),
    aimed('until a filter has taken effect', filtering, FILTERING, milliseconds),
  ]
}

async function busy({ url, headers }: BenchedMock): Promise<void> {
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    for (let n = 0; n < EXCHANGES / AT_ONCE; n += 1) {
      await (await fetch(`${url}${API}/ping`, { headers })).arrayBuffer()
    }
  })
  await Promise.all(lanes)
}

async function shows(page: Page, count: number): Promise<void> {
  await page
    .locator('.found', { hasText: new RegExp(`^${count.toLocaleString('en')} shown$`) })
    .waitFor({ timeout: 120_000 })
}
