import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import createConnector from '../connectors/abc-security-monitor/index.ts'
import { startMockDataSource } from '../mock-datasource/index.ts'

/**
 * Writes the pictures of the mock's page that docs/mock.md shows, anew: a real connector asks a mock, and the browser
 * that is given, or `chromium` where it is usually installed, looks at it.
 */
const folder = fileURLToPath(new URL('../docs/images/', import.meta.url))
mkdirSync(folder, { recursive: true })
const mock = await startMockDataSource({
  scheme: 'http',
  faults: [
    { kind: 'rate-limit', operation: 'results', requests: 1 },
    { kind: 'api-error', code: '1010', page: 3, times: 1 },
  ],
})
/** What is there once a room is. */
const SHOWN: Readonly<Record<string, string>> = { faults: '.tally', searches: '.search' }
await ask()
const executablePath = process.argv[2] ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
await shoot('mock-exchanges', { width: 1_280, colorScheme: 'light', room: 'exchanges' }, (page) =>
  page.locator('.exchange', { hasText: 'rate-limit' }).click(),
)
await shoot('mock-searches', { width: 1_280, colorScheme: 'light', room: 'searches' }, (page) =>
  page.getByRole('button', { name: 'Show its pages' }).click(),
)
await shoot('mock-faults', { width: 1_280, colorScheme: 'dark', room: 'faults' })
await shoot('mock-phone', { width: 360, colorScheme: 'light', room: 'exchanges' })
await browser.close()
await mock.close()

/** A search as a client makes it, from its beginning to its third page. */
async function ask(): Promise<void> {
  const { host, port, scheme, account } = mock
  const { username = '', password = '' } = account.credentials
  const connector = createConnector({ host, port, scheme }, { auth: { username, password } })
  await connector.ping()
  const query = 'SELECT * FROM events WHERE severity >= 8'
  const { search_id: id } = (await connector.query(query)) as { search_id: string }
  for (let n = 0; n < 3; n += 1) await connector.status(id)
  for (const offset of [0, 0, 10, 20, 20]) await connector.results(id, offset, 10)
}

async function shoot(
  name: string,
  look: { width: number; colorScheme: 'light' | 'dark'; room: string },
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  const { width, colorScheme, room } = look
  const page = await browser.newPage({ viewport: { width, height: 720 }, colorScheme })
  await page.goto(`${mock.url}/_mock/ui#${room}`)
  await page.locator('.link.live').waitFor()
  await page
    .locator(SHOWN[room] ?? '.exchange')
    .last()
    .waitFor()
  await prepare(page)
  await page.waitForLoadState('networkidle', { timeout: 1_000 }).catch(() => {})
  await page.screenshot({ path: `${folder}${name}.png` })
  await page.close()
}
