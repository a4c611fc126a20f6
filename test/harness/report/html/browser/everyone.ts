import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { compareReports } from '../../../../../harness/report/comparison/compare-reports.ts'
import type { Given } from '../support/given.ts'
import { barriers, focused, listed, overflowing } from '../support/look.ts'

export function testsOfEveryone(given: Given): void {
  it('the first key leads past the controls, and each control shows that it has the focus', async () => {
    const { pages, reports } = given()
    const page = await pages.open(reports.every)
    const order = await tabbedThrough(page, 10)
    expect(order.map(({ what }) => what)).toEqual([
      'a Skip to the verdict',
      'button Save JSON',
      'button Dark',
      `a Violations (${reports.every.runs[0]?.violations.length})`,
      'a Clauses',
      'a What was tried',
      'a Time',
      'a The run',
      'input outcome violated',
      'input outcome advised',
    ])
    expect(order.filter(({ outline }) => !/^(3px|auto|1px)/.test(outline))).toEqual([])
    await page.getByRole('link', { name: 'Skip to the verdict' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
  })

  it('everything can be done by keys: choose, filter, unfold, copy', async () => {
    const { pages, reports } = given()
    const page = await pages.open(reports.every)
    await page.getByRole('checkbox', { name: 'SHOULD not met' }).focus()
    await page.keyboard.press('Space')
    expect(await listed(page)).toEqual(['ENV-4', 'ENV-6', 'LIFE-9', 'NET-5', 'NET-7'])
    await page.keyboard.press('Space')
    const last = page.locator('.violation').last()
    await last.locator('summary').first().focus()
    await page.keyboard.press('Enter')
    expect(await last.locator('.sequence').isVisible()).toBe(true)
    await page.keyboard.press('Space')
    expect(await last.locator('.sequence').isVisible()).toBe(false)
    await page.locator('#theme').focus()
    await page.keyboard.press('Space')
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark')
  })

  it.each([
    // Each scheme and each width once: what axe finds in colours hangs on the one, in what is shown on the other.
    ['light', 1_280],
    ['dark', 360],
  ] as const)('axe finds no barrier in %s, at %d pixels', async (scheme, width) => {
    const { pages, reports } = given()
    const page = await pages.open(reports.each, { scheme, width, context: comparisonOf(given) })
    await unfold(page)
    expect(await barriers(page)).toEqual([])
  })

  it.each(['green', 'every'] as const)(
    'nothing is wider than a window of 360, 720 or 1280 pixels, unfolded too (%s)',
    async (name) => {
      const { pages, reports } = given()
      const page = await pages.open(reports[name], { context: comparisonOf(given) })
      expect(await overflowingAt(WIDTHS, page)).toEqual([])
      await unfold(page)
      expect(await overflowingAt(WIDTHS, page)).toEqual([])
    },
  )
}

/** In pixels. */
const WIDTHS = [360, 720, 1_280]

async function overflowingAt(widths: readonly number[], page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    found.push(...(await overflowing(page)).map((what) => `${what} at ${width}`))
  }
  return found
}

function comparisonOf(given: Given) {
  const { green, every } = given().reports
  return { comparison: compareReports(every, green, 'green.json') }
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
}

async function tabbedThrough(page: Page, keys: number) {
  const order: { readonly what: string; readonly outline: string }[] = []
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press('Tab')
    const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outline')
    order.push({ what: await focused(page), outline: outline.split(' ').reverse().join(' ') })
  }
  return order
}
