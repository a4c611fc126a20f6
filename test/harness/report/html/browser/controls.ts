import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { CLAUSES } from '../../../../../contracts/clauses.ts'
import { readReportFile } from '../../../../../harness/report/record/read-report-file.ts'
import { byCause } from '../../../../../harness/report/words/by-cause.ts'
import type { Given } from '../support/given.ts'
import { listed } from '../support/look.ts'

export function testsOfControls(given: Given): void {
  it('filters by outcome, family and text, which the address keeps', async () => {
    const { pages, reports } = given()
    const page = await pages.open(reports.every)
    await page.getByLabel('Family').selectOption('PAGE')
    expect((await listed(page)).every((id) => id.startsWith('PAGE-'))).toBe(true)
    expect(await page.locator('#shown').textContent()).toBe(`9 of ${CLAUSES.length} clauses`)
    await page.getByLabel('Text').fill('metadata')
    expect(await listed(page)).toEqual(['PAGE-6', 'PAGE-7'])
    expect(await page.locator('.violation:visible').count()).toBeGreaterThanOrEqual(2)
    expect(await hashOf(page)).toBe('#family=PAGE&text=metadata')
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => listed(page)).toHaveLength(CLAUSES.length)
    await page.getByRole('checkbox', { name: 'SHOULD not met' }).check()
    expect(await listed(page)).toEqual(['ENV-4', 'ENV-6', 'LIFE-9', 'NET-5', 'NET-7'])
    expect(await hashOf(page)).toBe('#outcome=advised')
  })

  it('filters as an address says that somebody has passed on', async () => {
    const { pages, reports } = given()
    const address = 'outcome=violated&family=NET&text=certificate'
    const page = await pages.open(reports.every, { address })
    expect(await listed(page)).toEqual(['NET-4'])
    expect(await page.getByLabel('Text').inputValue()).toBe('certificate')
  })

  it('a clause leads to its violation, and unfolds it', async () => {
    const { pages, reports } = given()
    const page = await pages.open(reports.every)
    await page.getByRole('link', { name: 'SEC-4' }).click()
    await expect.poll(() => page.locator('#run-1-SEC-4').isVisible()).toBe(true)
  })

  it.each([
    ['the clipboard', true],
    ['a selection, where a page may not use the clipboard', false],
  ])('copies commands and cases by %s', async (_, isAllowed) => {
    const { pages, reports } = given()
    const page = await pages.open(reports.every)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    if (!isAllowed) await refuseToWrite(page)
    const [first] = byCause(reports.every.runs[0]?.violations ?? [])
    const violation = first?.lead
    const card = page.locator('.violation').first()
    const id = await card.locator('.level').first().textContent()
    expect(id).toBe(violation?.level)
    const button = card.getByRole('button', { name: 'Replay' })
    await button.click()
    await expect.poll(() => button.textContent()).toBe('Copied')
    expect(await page.locator('#told').textContent()).toBe('Copied')
    expect(await copied(page)).toBe(violation?.replay)
    await card.getByRole('button', { name: 'Reproduce' }).click()
    await expect.poll(() => copied(page)).toBe(violation?.reproduce)
    await card.getByText('As JSON').click()
    await card.getByRole('button', { name: 'as JSON' }).click()
    await expect.poll(() => copied(page)).toBe(JSON.stringify(violation?.counterexample, null, 2))
  })

  it('light becomes dark and stays so, whatever the system says', async () => {
    const { pages, reports } = given()
    const page = await pages.open(reports.green, { scheme: 'light' })
    const ground = () =>
      page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor')
    expect(await ground()).toBe('rgb(255, 255, 255)')
    await page.getByRole('button', { name: 'Dark' }).click()
    expect(await ground()).toBe('rgb(20, 23, 27)')
    await page.reload()
    expect(await ground()).toBe('rgb(20, 23, 27)')
    await page.getByRole('button', { name: 'Light' }).click()
    expect(await ground()).toBe('rgb(255, 255, 255)')
  })

  it('saves the record, of which every other form can be made', async () => {
    const { pages, reports } = given()
    const page = await pages.open(reports.green)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save JSON' }).click()
    const download = await saved
    expect(download.suggestedFilename()).toBe('report.json')
    const text = readFileSync(await download.path(), 'utf8')
    expect(readReportFile(text, 'report.json')).toEqual(JSON.parse(JSON.stringify(reports.green)))
  })
}

async function hashOf(page: Page): Promise<string> {
  return page.evaluate<string>('location.hash')
}

async function refuseToWrite(page: Page): Promise<void> {
  await page.evaluate(`Object.defineProperty(navigator.clipboard, 'writeText', {
    value: async () => { throw new Error('not allowed') },
  })`)
}

/** A browser without a window has a clipboard of its own. */
async function copied(page: Page): Promise<string> {
  return page.evaluate<string>('navigator.clipboard.readText()')
}
