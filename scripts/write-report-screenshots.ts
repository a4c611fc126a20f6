import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

/**
 * Writes the pictures of the page of a report that docs/reports.md shows, anew: of a connector that breaks the contract and
 * of one that holds it, on a desk and on a phone. The browser is the one that is given, or `chromium` where it is usually.
 */
const root = fileURLToPath(new URL('../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'connector-contract-pictures-'))
const executablePath = process.argv[2] ?? '/usr/bin/chromium'

try {
  const pages = {
    red: join(root, 'docs/samples/report.html'),
    green: pageOf('connectors/abc-security-monitor/index.ts'),
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  for (const [name, path] of Object.entries(pages)) {
    for (const [width, height] of [
      [1_280, 900],
      [360, 720],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' })
      await page.goto(pathToFileURL(path).href)
      await page.screenshot({ path: join(root, 'docs/images', `report-${name}-${width}.png`) })
      await page.close()
    }
  }
  await browser.close()
} finally {
  rmSync(folder, { recursive: true })
}

function pageOf(connector: string): string {
  const path = join(folder, 'report.html')
  const words = ['harness/cli/main.ts', 'verify', connector, '--profile', 'quick', '--no-store']
  const { status } = spawnSync(process.execPath, [...words, '--report', `html=${path}`], {
    cwd: root,
    stdio: 'ignore',
  })
  if (status !== 0) throw new Error(`verify of ${connector} ended with ${status}, not with 0`)
  return path
}
