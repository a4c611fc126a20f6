import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** What of a page is wider than the window, or than what holds it; empty where all fits. */
export async function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const wide = [...document.querySelectorAll('*')].filter((element) => {
      const isShown = element.checkVisibility() && !element.closest('.spoken, thead, svg')
      return isShown && element.clientWidth > 0 && element.scrollWidth > element.clientWidth
    })
    return wide.map(({ tagName, className }) => tagName + ' ' + className)
  })()`)
}

/** What axe finds wrong for people who cannot see or point, in as far as that is serious. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  // What it passes is far more, and would take long to be brought here.
  const violations = await page.evaluate<AxeResults['violations']>(
    'axe.run().then(({ violations }) => violations)',
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}

/** What has the focus, in a few words. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const { tagName, textContent, name, value } = document.activeElement
    const words = textContent.trim().replaceAll(/\\s+/g, ' ').slice(0, 30)
    return [tagName.toLowerCase(), name, value || words].filter(Boolean).join(' ')
  })()`)
}

/** The ids of the clauses that the filters let through, in their order, folded ones too. */
export async function listed(page: Page): Promise<readonly string[]> {
  return page.locator('tr[data-clause]:not([hidden]) .id').allTextContents()
}
