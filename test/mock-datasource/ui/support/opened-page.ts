import type { Browser, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import createConnector from '../../../../connectors/abc-security-monitor/index.ts'
import type { Connector } from '../../../../contracts/connector.ts'
import {
  type MockDataSource,
  type MockDataSourceOptions,
  startMockDataSource,
} from '../../../../mock-datasource/index.ts'
import { startChromium } from '../../../harness/report/html/support/chromium.ts'

/** A name that the browser of these tests takes for this machine, as DNS rebinding makes one. */
export const REBOUND = 'rebound.example'

export function startBrowser(): Promise<Browser> {
  return startChromium([`--host-resolver-rules=MAP ${REBOUND} 127.0.0.1`])
}

/** A mock of a test's own; it stops when that ends. */
export async function mockFor(options: MockDataSourceOptions = {}): Promise<MockDataSource> {
  const mock = await startMockDataSource({ scheme: 'http', ...options })
  onTestFinished(() => mock.close())
  return mock
}

/** A real connector on a mock. */
export function connectorOn({ host, port, scheme, account }: MockDataSource): Connector {
  const { username = '', password = '' } = account.credentials
  return createConnector(
    { host, port, scheme, options: { timeout: 10 } },
    { auth: { username, password } },
  )
}

interface Look {
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
  readonly room?: string
  /** What the console may say, as where a mock is meant to go away. */
  readonly mayComplain?: RegExp
}

/** The page of a mock. What else the console says, or a request that goes elsewhere, fails the test at its end. */
export async function openPage(
  browser: Browser,
  { url }: Pick<MockDataSource, 'url'>,
  { width = 1_280, scheme = 'light', room = 'exchanges', mayComplain }: Look = {},
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme })
  const amiss: string[] = []
  const note = (text: string) => {
    if (!mayComplain?.test(text)) amiss.push(text)
  }
  page.on('console', (message) => note(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => note(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) note(request.url())
  })
  onTestFinished(async () => {
    await page.close()
    expect(amiss).toEqual([])
  })
  await page.goto(`${url}/_mock/ui#${room}`)
  return page
}

/** Waits until the page follows its mock. */
export async function live(page: Page): Promise<void> {
  await page.locator('.link.live').waitFor()
}
