import { clauseOf } from '../../../contracts/clauses.ts'
import { localBlock } from '../lines/plain-block.ts'
import { whyIncomplete } from '../record/incomplete.ts'
import type { ReportFile } from '../record/report-file.ts'
import {
  type ClauseReport,
  isFailing,
  type ReportedViolation,
  type RunReport,
} from '../record/run-report.ts'
import { waivedWords, waiverSentence, waiversThatAre } from '../words/waiver-words.ts'

/** What becomes of the test that a clause is, with what there is to say of it: texts for people, no secrets in them. */
interface ClauseVerdict {
  readonly clause: string
  readonly level: ClauseReport['level']
  readonly title: string
  /**
   * `failed`: it fails `verify`. `advised`: only its SHOULD is not met. `skipped`: it does not apply, or was left out.
   * `unknown`: nothing is known, which is no reason to accuse or to acquit anybody.
   */
  readonly verdict: 'held' | 'failed' | 'advised' | 'waived' | 'skipped' | 'unknown'
  readonly text?: string
}

/** The report for test frameworks: one verdict a clause, which is what they need to know, and the text of a failure. */
export function verdictsReport(report: ReportFile): string {
  const incomplete = whyIncomplete(report)
  const trouble = [
    ...report.runs.flatMap((run) => run.trouble),
    ...(incomplete === undefined ? [] : [incomplete]),
  ]
  const runs = report.runs.map((run) => ({
    target: run.target,
    clauses: run.clauses.map((clause) => verdictOn(clause, run)),
  }))
  const verdicts = { version: 1, exitCode: report.closing?.exitCode ?? 3, trouble, runs }
  return `${JSON.stringify(verdicts, null, 2)}\n`
}

function verdictOn(report: ClauseReport, run: RunReport): ClauseVerdict {
  const { clause, level } = report
  const text = textOf(report, run)
  return { clause, level, title: clauseOf(clause).title, ...text }
}

function textOf(report: ClauseReport, run: RunReport): Pick<ClauseVerdict, 'verdict' | 'text'> {
  const own = run.violations.filter(({ clause }) => clause === report.clause)
  const failing = own.filter((violation) => isFailing(violation, run.strict))
  const stale = waiversThatAre(run, 'stale').filter(({ clause }) => clause === report.clause)
  if (failing.length + stale.length > 0) {
    const text = [...failing.map(blockOf), ...stale.map(waiverSentence)].join('\n\n')
    return { verdict: 'failed', text }
  }
  const { outcome, reason = 'it did not run to its end' } = report
  if (outcome === 'undecided') return { verdict: 'unknown', text: reason }
  if (outcome === 'not-shown') return { verdict: 'unknown', text: `not shown to hold: ${reason}` }
  const waived = own.flatMap(({ waiver }) => waiver ?? [])
  if (waived.length > 0) {
    return { verdict: 'waived', text: [...new Set(waived.map(waivedWords))].join('; ') }
  }
  if (own.length > 0) return { verdict: 'advised', text: own.map(blockOf).join('\n\n') }
  if (outcome === 'held') return { verdict: 'held' }
  return { verdict: 'skipped', text: reason }
}

function blockOf(violation: ReportedViolation): string {
  return localBlock(violation).join('\n')
}
