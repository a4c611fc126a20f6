import { expect, it } from 'vitest'
import { CLAUSES } from '../../../../../contracts/clauses.ts'
import { compareReports } from '../../../../../harness/report/comparison/compare-reports.ts'
import { reportFile } from '../../../../../harness/report/record/report-file.ts'
import { madeReport } from '../../../../support/made-report.ts'
import type { Given } from '../support/given.ts'
import { listed } from '../support/look.ts'

const IDS = CLAUSES.map(({ id }) => id)

export function testsOfContent(given: Given): void {
  it('a run that holds: the verdict, every clause, and that nothing was found', async () => {
    const { pages, reports } = given()
    const page = await pages.open(reports.green)
    expect(await page.title()).toMatch(/^✓ abc-security-monitor: Holds 1\d clauses/)
    expect(await page.locator('h1').textContent()).toMatch(/^Holds 1\d clauses$/)
    expect(await page.locator('.verdict .badge').innerText()).toBe('PASSES')
    expect([...(await listed(page))].sort()).toEqual([...IDS].sort())
    expect(await page.locator('.violation').count()).toBe(0)
    // What holds is folded to a line a family.
    expect(await page.locator('.held-clauses[open]').count()).toBe(0)
    await page.locator('.held-clauses summary').first().click()
    expect(await page.locator('tr[data-clause="ENV-2"]').isVisible()).toBe(true)
    expect(await page.getByText('None was found.').isVisible()).toBe(true)
  })

  it('a run in which every clause is broken: each with its calls, its case and its commands', async () => {
    const { pages, reports } = given()
    const page = await pages.open(reports.every)
    expect(await page.locator('.verdict .badge').innerText()).toBe('FAILS')
    const violations = page.locator('.violation')
    const all = await violations.count()
    for (const id of IDS) {
      expect(await page.locator(`.violation[data-clause="${id}"]`).count(), id).toBeGreaterThan(0)
    }
    for (const part of ['.sequence', '.case', '.state', '.commands', '.expected', '.actual']) {
      expect(await violations.locator(part).count(), part).toBe(all)
    }
    expect(await page.locator('.sequence .request').count()).toBeGreaterThan(IDS.length)
    expect(await page.locator('.violation[open]').count()).toBe(3)
    const top = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.getBoundingClientRect().top)
    expect(await top('.violation')).toBeLessThan(await top('table.clauses'))
  })

  it('what was tried, as tables with words in each cell, and how long it took', async () => {
    const { pages, reports } = given()
    const page = await pages.open(reports.every)
    const captions = await page.locator('table.methods:visible caption').allTextContents()
    expect(captions.map((words) => words.split(' ').slice(0, 2).join(' '))).toEqual([
      ...['What each', 'Faults of', 'Error codes'],
    ])
    const cells = await page.locator('table.methods td').allTextContents()
    expect(cells.filter((words) => words.trim() === '')).toEqual([])
    expect(await page.locator('.timings svg').count()).toBe(
      reports.every.runs[0]?.timings.checks.length,
    )
  })

  it('that a run has no verdict, so that nobody can take it for one that holds', async () => {
    const { pages, reports } = given()
    const page = await pages.open({ version: 2, runs: reports.green.runs })
    expect(await page.locator('.verdict .badge').innerText()).toBe('INCOMPLETE')
    expect(await page.locator('h1').textContent()).toContain('no closing record')
    const stuck = await pages.open(reportFile([madeReport({ trouble: ['a worker died'] })]))
    expect(await stuck.locator('h1').textContent()).toBe('No verdict: the run is incomplete')
    expect(await stuck.locator('.trouble').innerText()).toContain('a worker died')
  })

  it('hundreds of violations in thousands of cases, of several runs under an index', async () => {
    const { pages, reports } = given()
    const cases = reports.large.runs.flatMap(({ clauses }) =>
      clauses.map((each) => each.cases.tried),
    )
    expect(cases.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(2_000)
    const page = await pages.open(reports.large)
    expect(await page.locator('h1').textContent()).toBe('10 of 10 runs break the contract')
    expect(await page.locator('.runs a').count()).toBe(10)
    expect(await page.locator('.violation').count()).toBeGreaterThanOrEqual(10 * IDS.length)
    await page.locator('.runs a').last().click()
    expect(await page.locator('#run-10-heading').innerText()).toBe('connector-9')
  })

  it('what has changed since an earlier report', async () => {
    const { pages, reports } = given()
    const { green, every } = reports
    const comparison = compareReports(every, green, 'green.json')
    const page = await pages.open(every, { context: { comparison } })
    const words = await page.locator('.comparison').innerText()
    expect(words).toMatch(/^Since green\.json/)
    expect(words).toContain('newly broken')
    expect(await page.locator('.newly-broken li').count()).toBe(every.runs[0]?.violations.length)
  })

  it('all of that without any script', async () => {
    const { pages, reports } = given()
    const page = await pages.open(reports.every, { withoutScript: true })
    expect(await page.locator('#filters').isVisible()).toBe(false)
    expect(await page.locator('button.copy').first().isVisible()).toBe(false)
    expect(await page.locator('.sequence').first().isVisible()).toBe(true)
    const last = page.locator('.violation').last()
    expect(await last.locator('.sequence').isVisible()).toBe(false)
    await last.locator('summary').first().click()
    expect(await last.locator('.sequence').isVisible()).toBe(true)
  })
}
