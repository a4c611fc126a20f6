import { describe, expect, it } from 'vitest'
import { whyIncomplete } from '../../../../harness/report/record/incomplete.ts'
import {
  exitCodeOfFile,
  reportFile,
  togetherInOne,
} from '../../../../harness/report/record/report-file.ts'
import {
  clauseReport,
  madeReport,
  madeTimings,
  madeViolation,
} from '../../../support/made-report.ts'

const good = madeReport()
const bad = madeReport({
  clauses: [clauseReport('PAGE-1', 'violated')],
  violations: [madeViolation()],
  timings: madeTimings({ milliseconds: 6 }),
})
const stuck = madeReport({ trouble: ['a worker died'] })

/** What a file holds that somebody cut behind its runs. */
const cut = { version: 2, runs: [good] } as const

describe('a report', () => {
  it('closes with what it comes to, at its very end', () => {
    const report = reportFile([good, bad])
    expect(Object.keys(report).at(-1)).toBe('closing')
    expect(report.closing).toEqual({
      complete: true,
      exitCode: 1,
      runs: 2,
      clauses: {
        ...{ held: 2, violated: 1, advised: 0, waived: 0, 'not-applicable': 0 },
        ...{ 'left-out': 0, 'no-check': 0, undecided: 0, 'not-shown': 0 },
      },
      violations: 1,
      milliseconds: 1_240,
    })
  })

  it('has the highest exit code of its runs', () => {
    expect(exitCodeOfFile(reportFile([good]))).toBe(0)
    expect(exitCodeOfFile(reportFile([good, bad]))).toBe(1)
    expect(exitCodeOfFile(reportFile([bad, stuck]))).toBe(3)
  })

  it('has no verdict where a run shows too little, and leaves it to that run to say so', () => {
    const unshown = madeReport({ clauses: [clauseReport('SEC-2', 'not-shown')] })
    const report = reportFile([good, unshown])
    expect(report.closing).toMatchObject({ complete: false, exitCode: 3 })
    expect(exitCodeOfFile(report)).toBe(3)
    expect(whyIncomplete(report)).toBeUndefined()
  })

  it('is incomplete without its closing record, with fewer runs than that says, or with none', () => {
    const fewer = { ...reportFile([good, good]), runs: [good] }
    for (const report of [cut, fewer, reportFile([])]) {
      expect(exitCodeOfFile(report)).toBe(3)
      expect(whyIncomplete(report)).toEqual(expect.any(String))
    }
    expect(whyIncomplete(reportFile([good]))).toBeUndefined()
  })

  it('that has been stopped is incomplete, and leaves it to its runs to say why where they do', () => {
    const { closing } = reportFile([good])
    if (closing === undefined) throw new Error('it has no closing record')
    const stopped = { ...cut, closing: { ...closing, complete: false } }
    expect(exitCodeOfFile(stopped)).toBe(3)
    expect(whyIncomplete(stopped)).toContain('not brought to its end')
    expect(whyIncomplete(reportFile([stuck]))).toBeUndefined()
  })
})

describe('several reports as one', () => {
  it('hold the runs of all', () => {
    const one = togetherInOne([reportFile([good]), reportFile([bad])])
    expect(one).toEqual(reportFile([good, bad]))
  })

  it('are incomplete where one of them is', () => {
    expect(exitCodeOfFile(togetherInOne([reportFile([good]), cut]))).toBe(3)
  })

  it('are that one where there is no other', () => {
    expect(togetherInOne([cut])).toBe(cut)
  })
})
