import { describe, expect, it } from 'vitest'
import { compareReports } from '../../../../harness/report/comparison/compare-reports.ts'
import { reportFile } from '../../../../harness/report/record/report-file.ts'
import type { CheckReport, RunReport } from '../../../../harness/report/record/run-report.ts'
import { madeReport, madeViolation } from '../../../support/made-report.ts'

const STATES = ['held', 'violated', 'undecided', 'not-applicable', 'waived'] as const

const check = (name: string, state: CheckReport['state']): CheckReport => ({
  ...{
    check: name,
    clause: 'PAGE-1',
    level: 'MUST',
    claim: 'a claim',
    cases: { tried: 3, planned: 3 },
  },
  state,
})
/** A run in which these checks came out so. */
const run = (states: Record<string, CheckReport['state']>, change: Partial<RunReport> = {}) =>
  madeReport({
    checks: Object.entries(states).map(([name, state]) => check(name, state)),
    ...change,
  })

const compared = (now: RunReport, earlier: RunReport) => {
  const [first] = compareReports(reportFile([now]), reportFile([earlier]), 'old.json').runs
  if (first === undefined) throw new Error('nothing was compared')
  return first
}
const names = (changes: readonly { readonly check: string }[]) => changes.map((each) => each.check)

describe('a comparison of two runs', () => {
  it('tells what is newly broken, newly fixed and unchanged', () => {
    const comparison = compared(
      run({ a: 'violated', b: 'held', c: 'violated', d: 'held' }),
      run({ a: 'held', b: 'violated', c: 'violated', d: 'held' }),
    )
    expect(names(comparison.newlyBroken)).toEqual(['a'])
    expect(names(comparison.newlyFixed)).toEqual(['b'])
    expect(names(comparison.stillBroken)).toEqual(['c'])
    expect(comparison.unchanged).toBe(2)
  })

  it('does not take for fixed what was only not judged, or waived', () => {
    const comparison = compared(
      run({ a: 'undecided', b: 'waived', c: 'not-applicable' }),
      run({ a: 'violated', b: 'violated', c: 'held', d: 'violated' }),
    )
    expect(comparison.newlyFixed).toEqual([])
    expect(names(comparison.noLongerJudged)).toEqual(['a', 'c', 'd'])
    expect(names(comparison.stillBroken)).toEqual(['b'])
  })

  it('puts each check in one place, whatever its states', () => {
    const pairs = STATES.flatMap((now) => STATES.map((earlier) => ({ now, earlier })))
    for (const { now, earlier } of pairs) {
      const {
        unchanged,
        settings: _,
        target: __,
        dataSourceChanged: ___,
        ...groups
      } = compared(run({ a: now }), run({ a: earlier }))
      const changed = Object.entries(groups).filter(([name]) => name !== 'stillBroken')
      const places = changed.filter(([, changes]) => changes.length > 0).length + unchanged
      expect(places, `${earlier}, then ${now}`).toBe(1)
    }
  })

  it('tells that a data source of one name has changed, and another one as a setting', () => {
    const { data_source } = madeReport()
    const other = { ...data_source, hash: 'f'.repeat(64) }
    const changed = compared(madeReport(), madeReport({ data_source: other }))
    expect(changed).toMatchObject({ dataSourceChanged: true, settings: [] })
    const renamed = compared(
      madeReport(),
      madeReport({ data_source: { ...other, name: 'ledger-watch' } }),
    )
    expect(renamed).toMatchObject({
      dataSourceChanged: false,
      settings: [{ name: 'data source', earlier: 'ledger-watch', now: 'abc-security-monitor' }],
    })
  })

  it('tells whether what is still broken is so by the same case', () => {
    const broken = (offset: number) =>
      run({ 'PAGE-1': 'violated' }, { violations: [madeViolation({ counterexample: { offset } })] })
    expect(compared(broken(1), broken(1)).stillBroken[0]?.sameCase).toBe(true)
    expect(compared(broken(2), broken(1)).stillBroken[0]?.sameCase).toBe(false)
  })

  it('tells what else differs: each may be the reason', () => {
    const { options } = madeReport()
    const now = run({}, { seed: 2, options: { ...options, only: ['PAGE', 'ERR'] } })
    expect(compared(now, run({})).settings).toEqual([
      { name: 'seed', earlier: '1', now: '2' },
      { name: 'only', earlier: 'none', now: 'PAGE, ERR' },
    ])
  })
})

describe('a comparison of two reports', () => {
  const of = (...targets: readonly string[]) =>
    reportFile(targets.map((target) => madeReport({ target })))

  it('takes runs of the same target together, and names the others', () => {
    const { runs, onlyNow, onlyEarlier } = compareReports(of('a', 'b'), of('c', 'b'), 'old.json')
    expect(runs.map(({ target }) => target)).toEqual(['b'])
    expect({ onlyNow, onlyEarlier }).toEqual({ onlyNow: ['a'], onlyEarlier: ['c'] })
  })

  it('compares the only run of each, also under another name', () => {
    const { runs, onlyNow } = compareReports(of('a'), of('b'), 'old.json')
    expect(runs[0]?.settings).toEqual([{ name: 'target', earlier: 'b', now: 'a' }])
    expect(onlyNow).toEqual([])
  })

  it('pairs several runs of one target in their order', () => {
    const { runs, onlyEarlier } = compareReports(of('a', 'a'), of('a', 'a', 'a'), 'old.json')
    expect(runs).toHaveLength(2)
    expect(onlyEarlier).toEqual(['a'])
  })

  it('says which of them cannot be relied on', () => {
    const cut = { version: 2, runs: [madeReport()] } as const
    const stuck = reportFile([madeReport({ trouble: ['a worker died'] })])
    expect(compareReports(stuck, cut, 'old.json').incomplete).toEqual([
      'the run of abc in this report has no verdict',
      expect.stringMatching(/^the earlier report is incomplete: .* no closing record/),
    ])
  })
})
