import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { FormContext } from '../../../../../harness/report/comparison/form-context.ts'
import { htmlReport } from '../../../../../harness/report/html/html-report.ts'
import type { ReportFile } from '../../../../../harness/report/record/report-file.ts'
import { startChromium } from './chromium.ts'

/** How a page is looked at. */
export interface Look {
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
  /** What stands behind the `#`. */
  readonly address?: string
  readonly context?: FormContext
  readonly withoutScript?: boolean
}

/** One browser for all pages of these tests, and a folder for their files. */
export class Pages {
  readonly #folder = mkdtempSync(join(tmpdir(), 'connector-contract-page-'))
  readonly #browser: Browser
  #made = 0

  private constructor(browser: Browser) {
    this.#browser = browser
  }

  static async start(): Promise<Pages> {
    return new Pages(await startChromium())
  }

  /** The page of a report, opened from a file. What it asks for or complains of fails the test at its end. */
  async open(report: ReportFile, look: Look = {}): Promise<Page> {
    this.#made += 1
    const path = join(this.#folder, `${this.#made}.html`)
    writeFileSync(path, htmlReport(report, look.context))
    const page = await this.#browser.newPage({
      viewport: { width: look.width ?? 1_280, height: 900 },
      colorScheme: look.scheme ?? 'light',
      javaScriptEnabled: look.withoutScript !== true,
    })
    const address = pathToFileURL(path).href
    watch(page, address)
    await page.goto(look.address === undefined ? address : `${address}#${look.address}`)
    return page
  }

  async close(): Promise<void> {
    await this.#browser.close()
    rmSync(this.#folder, { recursive: true })
  }
}

function watch(page: Page, address: string): void {
  const amiss: string[] = []
  page.on('console', (message) => amiss.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => amiss.push(String(error)))
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address) amiss.push(`asks for ${request.url()}`)
  })
  onTestFinished(async () => {
    await page.close()
    expect(amiss).toEqual([])
  })
}
