import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type MockDataSource, startMockDataSource } from '../../../mock-datasource/index.ts'
import type { RecordingJournal } from '../../../mock-datasource/journal/journal.ts'
import { barriers } from '../../harness/report/html/support/look.ts'
import {
  connectorOn,
  live,
  mockFor,
  openPage,
  REBOUND,
  startBrowser,
} from './support/opened-page.ts'

const QUERY = "SELECT id FROM events WHERE message LIKE '%<b>%'"
const ROOMS = ['exchanges', 'searches', 'faults', 'settings', 'api', 'state']

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
}, 60_000)
afterAll(() => browser.close())

/** Expects it to come true; a page of a busy machine may take its time. */
const eventually = <Value>(value: () => Value) => expect.poll(value, { timeout: 10_000 })
const operations = (page: Page) => page.locator('.exchange .operation').allTextContents()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

describe('exchanges', () => {
  test('show what a connector asks as it asks, the newest first, and open to the whole of it', async () => {
    const mock = await mockFor()
    const page = await openPage(browser, mock)
    await live(page)
    const connector = connectorOn(mock)
    await connector.ping()
    const { search_id: id } = (await connector.query(QUERY)) as { search_id: string }
    await connector.status(id)
    await eventually(() => operations(page)).toEqual(['status', 'create', 'ping'])
    await page.locator('.exchange', { hasText: 'create' }).click()
    const detail = page.locator('.detail')
    await detail.getByText(QUERY, { exact: true }).waitFor()
    await detail.locator('.headers summary').first().click()
    expect(await detail.textContent()).toContain('Basic <the credentials>')
    expect(await detail.textContent()).not.toContain(mock.account.credentials['password'])
    expect(await detail.locator('.tree .leaf', { hasText: 'query_id' }).textContent()).toContain(id)
    const title = (label: string) => button(page, label).getAttribute('title')
    expect(await title('Copy curl')).toMatch(/^curl .*"authorization: \$SECRET".*\/searches$/)
    expect(await title('Copy transmit')).toContain('"$configuration" query ')
  })

  test('are filtered by operation, status, fault and text', async () => {
    const mock = await mockFor({ faults: [{ kind: 'rate-limit', operation: 'delete' }] })
    const connector = connectorOn(mock)
    await connector.ping()
    await connector.delete('x')
    await connector.status('y')
    const page = await openPage(browser, mock)
    const seen = async (act: () => Promise<unknown>, wanted: readonly string[]) => {
      await act()
      await eventually(() => operations(page)).toEqual(wanted)
    }
    await seen(() => live(page), ['status', 'delete', 'ping'])
    await seen(
      () => page.getByRole('combobox', { name: 'Operation' }).selectOption('ping'),
      ['ping'],
    )
    await seen(
      () => page.getByRole('combobox', { name: 'Operation' }).selectOption(''),
      ['status', 'delete', 'ping'],
    )
    await seen(
      () => page.getByRole('combobox', { name: 'Status' }).selectOption('4xx'),
      ['status', 'delete'],
    )
    await seen(() => page.getByRole('combobox', { name: 'Fault' }).selectOption('any'), ['delete'])
    await seen(
      () => page.getByRole('combobox', { name: 'Fault' }).selectOption(''),
      ['status', 'delete'],
    )
    await seen(() => page.getByLabel(/^Text/).fill('SEARCHES/y'), ['status'])
  })

  test('become faults: answered so from now on, or in the form first', async () => {
    const mock = await mockFor()
    const page = await openPage(browser, mock)
    await live(page)
    const connector = connectorOn(mock)
    await connector.status('gone')
    await page.locator('.exchange').click()
    await button(page, 'Answer so from now on').click()
    await eventually(() => mock.control.faults().length).toBe(1)
    const { id } = await mock.control.createSearch({ query: QUERY })
    expect(await connector.status(id)).toMatchObject({ success: false, code: 'no_results' })
    await button(page, 'Make this a fault').click()
    expect(await page.getByLabel('Kind').inputValue()).toBe('http-status')
    await button(page, 'Add fault').click()
    await eventually(() => mock.control.faults().length).toBe(2)
    expect(mock.control.faults()[1]?.spec).toMatchObject({ operation: 'status', times: 1 })
  })

  test('are texts, whatever markup a client puts into them', async () => {
    const mock = await mockFor()
    const page = await openPage(browser, mock)
    await live(page)
    const markup = '<img src=x onerror=document.title=1>'
    await fetch(`${mock.url}/api/v1/${markup}`)
    await connectorOn(mock).query(markup)
    await page.locator('.exchange', { hasText: 'create' }).click()
    await page.locator('.detail .leaf', { hasText: markup }).waitFor()
    expect(await page.locator('img').count()).toBe(0)
  })

  test('may be a hundred thousand, of which only what is seen is in the page', async () => {
    const mock = await mockFor({ journalBytes: 64 * 1024 * 1024 })
    fill(mock.control.journal as RecordingJournal, 100_000)
    const page = await openPage(browser, mock)
    await page.locator('.found', { hasText: '100,000 shown' }).waitFor()
    expect(await page.locator('.exchange').count()).toBeLessThan(100)
    await page.getByLabel(/^Text/).fill('/ping/4242')
    await page.locator('.found', { hasText: '11 shown' }).waitFor()
    await page.locator('.virtual').press('End')
    await page.locator('.detail h2', { hasText: 'Exchange 4242' }).waitFor()
    expect(await page.locator('.detail').textContent()).toContain('GET /api/v1/ping/4242')
  }, 60_000)
})

function fill(journal: RecordingJournal, count: number): void {
  const connection = { number: 1, encrypted: false }
  for (let n = 1; n <= count; n += 1) {
    const url = `/api/v1/ping/${n}`
    const recorded = journal.open({
      ...{ at: n, time: n, method: 'GET', url, rawHeaders: [], connection },
    })
    journal.answered(recorded, {
      ...{ status: 404, headers: {}, body: [], kept: 0, truncated: false },
    })
    journal.ended(recorded)
  }
}

describe('faults', () => {
  test('come from a form of their kind, with an example, and a line for each thing that is done', async () => {
    const mock = await mockFor()
    const page = await openPage(browser, mock, { room: 'faults' })
    await page.getByLabel('Kind').selectOption('rate-limit')
    await page
      .locator('.adding')
      .getByLabel(/^retryAfter/)
      .fill('7')
    await page.locator('.preview', { hasText: 'Retry-After: 7' }).waitFor()
    await page.locator('.adding').getByLabel(/^page/).fill('3')
    await page
      .locator('.adding')
      .getByLabel(/^times/)
      .fill('2')
    await page.locator('.option', { hasText: 'page=3' }).waitFor()
    await button(page, 'Add fault').click()
    await eventually(() => mock.control.faults().map(({ spec }) => spec)).toEqual([
      { kind: 'rate-limit', retryAfter: 7, page: 3, times: 2 },
    ])
    await page.locator('.tally', { hasText: 'struck 0 of 0, 2 to come' }).waitFor()
    expect(await page.locator('.deeds code').textContent()).toContain('curl --header')
    await page.getByLabel('rate-limit (fault-1) is on').click()
    await eventually(() => mock.control.faults()[0]?.off).toBe(true)
    await button(page, 'Remove fault-1').click()
    await eventually(() => mock.control.faults()).toEqual([])
  })

  test('are seen in every page of the mock, and shown where the one that added them is not looked at', async () => {
    const mock = await mockFor()
    const one = await openPage(browser, mock, { room: 'api' })
    const other = await openPage(browser, mock, { room: 'faults' })
    await live(other)
    await button(one, 'Fail with this next: 1010').click()
    await other.locator('.faults li', { hasText: '1010' }).waitFor()
    expect(await connectorOn(mock).ping()).toMatchObject({ code: 'service_unavailable' })
    await other.locator('.tally', { hasText: 'struck 1 of 1, used up' }).waitFor()
  })
})

test('searches advance, finish, expire and go by a click, and show their rows', async () => {
  const mock = await mockFor()
  const page = await openPage(browser, mock, { room: 'searches' })
  await button(page, 'Make a search').click()
  await button(page, 'Advance').click()
  await page.locator('.pill', { hasText: 'EXECUTE' }).waitFor()
  await button(page, 'Finish').click()
  await page.locator('.pill', { hasText: 'COMPLETED' }).waitFor()
  await button(page, 'Show its pages').click()
  await page.getByText('Page 1, 10 rows').waitFor()
  await page.getByText(/\/results\?offset=0&limit=10$/).waitFor()
  await button(page, 'Next').click()
  await page.getByText('Page 2, 10 rows').waitFor()
  await page.getByText(/\/results\?page_token=\S+&limit=10$/).waitFor()
  await page.getByText('next_page_token').waitFor()
  await button(page, 'Expire').click()
  const [search] = mock.control.state().searches
  await eventually(() => mock.control.faults().length).toBe(1)
  expect(await connectorOn(mock).status(search?.id ?? '')).toMatchObject({ code: 'no_results' })
  await button(page, 'Delete').click()
  await page.getByText('There is none.').waitFor()
})

test('a text is found in the bodies of exchanges too, in those to come as well', async () => {
  const mock = await mockFor()
  const connector = connectorOn(mock)
  await connector.query("SELECT * FROM events WHERE message = 'Needle One'")
  await connector.ping()
  const page = await openPage(browser, mock)
  await page.getByLabel(/^Text/).fill('needle')
  await page.locator('.found', { hasText: /^1 shown$/ }).waitFor()
  await connector.query("SELECT * FROM events WHERE message = 'needle two'")
  await page.locator('.found', { hasText: /^2 shown$/ }).waitFor()
})

test('an exchange that hangs is shown while it does, and what came of it when it ends', async () => {
  const mock = await mockFor({ faults: [{ kind: 'hang', operation: 'ping' }] })
  const page = await openPage(browser, mock)
  await live(page)
  const leaving = new AbortController()
  const gone = fetch(`${mock.url}/api/v1/ping`, { signal: leaving.signal }).catch(() => 'gone')
  const row = page.locator('.exchange', { hasText: 'ping' })
  await row.locator('.took', { hasText: '…' }).waitFor()
  await row.locator('mark', { hasText: 'hang' }).waitFor()
  await row.click()
  await page.getByText('Nothing has been answered yet').waitFor()
  leaving.abort()
  expect(await gone).toBe('gone')
  await page.getByText('Nothing was answered').waitFor()
  await button(page, 'Close').click()
  await row.locator('.took', { hasText: 'ms' }).waitFor()
})

test('settings take effect at once, and the state is kept and brought back', async () => {
  const mock = await mockFor()
  const page = await openPage(browser, mock, { room: 'settings' })
  const size = page.getByLabel('Most rows of a page')
  await size.fill('7')
  await size.press('Enter')
  await eventually(() => mock.control.settings().maxPageSize).toBe(7)
  await page.locator('input[type=range]').press('ArrowRight')
  await eventually(() => mock.control.faults().map(({ spec }) => spec)).toEqual([
    { kind: 'latency', milliseconds: 100 },
  ])
  await page.goto(`${mock.url}/_mock/ui#state`)
  const saving = page.waitForEvent('download')
  await button(page, 'Save').click()
  const path = await (await saving).path()
  await button(page, 'Reset').click()
  await eventually(() => mock.control.settings().maxPageSize).toBe(1_000)
  await page.locator('input[type=file]').setInputFiles(path)
  await eventually(() => mock.control.settings().maxPageSize).toBe(7)
  expect(mock.control.faults()).toHaveLength(1)
})

test('it can be driven by keys alone', async () => {
  const mock = await mockFor()
  await connectorOn(mock).ping()
  const page = await openPage(browser, mock)
  await page.locator('.exchange').waitFor()
  await page.locator('.virtual').focus()
  await page.keyboard.press('ArrowDown')
  await page.locator('.detail').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.detail').waitFor({ state: 'detached' })
  await page.keyboard.press('3')
  await page.locator('.case').first().waitFor()
  await page.keyboard.press('Tab')
  for (let n = 0; n < 20; n += 1) {
    if (await page.locator('.case:focus').count()) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await eventually(() => mock.control.faults().length).toBe(1)
})

test('it shows that the mock has gone, and takes up again with the one that is there then', async () => {
  const first = await startMockDataSource({ scheme: 'http' })
  onTestFinished(() => first.close())
  const page = await openPage(browser, first, { mayComplain: /ERR_|Failed to load/ })
  await live(page)
  await connectorOn(first).ping()
  await connectorOn(first).status('x')
  await eventually(() => operations(page)).toEqual(['status', 'ping'])
  await first.close()
  await page.locator('.link.gone').waitFor()
  const second = await mockFor({ port: first.port })
  await connectorOn(second).ping()
  await live(page)
  await eventually(() => operations(page)).toEqual(['ping'])
})

test('a mock with a token asks for it', async () => {
  const mock = await mockFor({ adminToken: 'let-me-in' })
  const page = await openPage(browser, mock, { mayComplain: /401/ })
  for (const [token, ends] of [
    ['wrong', '.gate'],
    ['let-me-in', '.link.live'],
  ] as const) {
    await page.getByLabel('Token').fill(token)
    await button(page, 'Open').click()
    await page.locator(ends).waitFor()
  }
  await connectorOn(mock).ping()
  await eventually(() => operations(page)).toEqual(['ping'])
})

test.each([
  [1_280, 'light'],
  [360, 'dark'],
] as const)(
  'it is for everyone, and fits: %i px, %s',
  async (width, scheme) => {
    const mock = await mockFor({ faults: [{ kind: 'rate-limit', operation: 'delete' }] })
    await connectorOn(mock).query('SELECT * FROM events')
    await connectorOn(mock).delete('x')
    const page = await openPage(browser, mock, { width, scheme })
    await live(page)
    for (const room of ROOMS) {
      await page.goto(`${mock.url}/_mock/ui#${room}`)
      await page.locator(`nav [aria-current][href='#${room}']`).waitFor()
      if (room === 'exchanges') await page.locator('.exchange').first().click()
      if (room === 'faults') await page.locator('.case').first().click()
      if (width > 360 || room === 'faults') expect(await barriers(page), room).toEqual([])
      const wide =
        'document.querySelector("main").scrollWidth - document.querySelector("main").clientWidth'
      expect(await page.evaluate<number>(wide), room).toBeLessThanOrEqual(0)
      expect(await page.evaluate<number>('document.body.scrollWidth'), room).toBeLessThanOrEqual(
        width,
      )
    }
  },
  60_000,
)

test('a page of another origin neither reads nor changes anything', async () => {
  const mock = await mockFor()
  const { page, done } = await hostilePage(mock)
  expect(await done()).toEqual({ read: 'refused', followed: 'refused' })
  expect(mock.control.faults()).toEqual([])
  expect(mock.control.settings().maxPageSize).toBe(1_000)
  const rebound = await page.goto(`http://${REBOUND}:${mock.port}/_mock/ui`)
  expect(rebound?.status()).toBe(403)
})

/** A page of somebody else's, on this machine, that tries what a browser lets it. */
async function hostilePage({ url }: MockDataSource) {
  const body = JSON.stringify({ kind: 'hang' })
  const script = `
    const at = ${JSON.stringify(`${url}/_mock`)}
    const send = (type) => fetch(at + '/faults', { method: 'POST', mode: 'no-cors', headers: { 'content-type': type }, body: ${JSON.stringify(body)} }).catch(() => {})
    const read = fetch(at + '/state').then((it) => it.text(), () => 'refused')
    const followed = new Promise((resolve) => {
      const source = new EventSource(at + '/journal')
      source.onopen = () => resolve('open')
      source.onerror = () => resolve('refused')
    })
    const form = document.createElement('form')
    form.action = at + '/reset'; form.method = 'post'; form.target = 'hidden'
    document.body.append(form)
    window.done = Promise.all([read, followed, send('text/plain'), send('application/x-www-form-urlencoded')])
      .then(([read, followed]) => { form.submit(); return { read, followed } })`
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<title>x</title><body><iframe name="hidden"></iframe><script>${script}</script>`)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const page = await browser.newPage()
  onTestFinished(async () => {
    await page.close()
    server.closeAllConnections()
    server.close()
  })
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const done = () => page.evaluate<unknown>('window.done')
  return { page, done }
}
