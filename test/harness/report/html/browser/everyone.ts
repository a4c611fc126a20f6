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

  it('on paper all is unfolded and nothing cut off, dark on light, with nothing to click', async () => {
    const { pages, reports } = given()
    const page = await pages.open(reports.each, { scheme: 'dark', context: comparisonOf(given) })
    await page.locator('#theme').click()
    await page.locator('#theme').click()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.setViewportSize({ width: PAPER, height: 1_000 })
    expect(await hiddenOnPaper(page)).toEqual([])
    expect(await overflowing(page)).toEqual([])
    expect(await page.locator('button:visible, input:visible').count()).toBe(0)
    const ground = 'getComputedStyle(document.documentElement).backgroundColor'
    expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)')
    expect(await barriers(page)).toEqual([])
  })
}

/** A4 without its margins, in pixels of CSS. */
const PAPER = 718

/** What is folded, and blocks of which a part can only be scrolled to. */
async function hiddenOnPaper(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const folded = [...document.querySelectorAll('details > *')].filter(
      (element) => !element.checkVisibility({ contentVisibilityAuto: true }) && !element.matches('.scripted, [hidden]'),
    )
    const cut = [...document.querySelectorAll('pre')].filter(
      (element) => element.scrollHeight > element.clientHeight + 1,
    )
    return [...folded, ...cut].map((element) => element.outerHTML.slice(0, 80))
  })()`)
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
