import type { Invariant } from '../../kit/invariants/invariant.ts'
import { localBlock } from '../../report/lines/plain-block.ts'
import { whyIncomplete } from '../../report/record/incomplete.ts'
import {
  isFailing,
  type ReportedViolation,
  type RunReport,
} from '../../report/record/run-report.ts'
import { waivedWords, waiverSentence, waiversThatAre } from '../../report/words/waiver-words.ts'
import type { VerifyEnd } from '../verify-process.ts'

/** What becomes of a test. */
export type Verdict =
  /** `note`: a SHOULD that is not met. */
  | { readonly kind: 'passed'; readonly note?: string }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'failed'; readonly text: string }

/** The verdict on one check: what fails `verify` fails here, with the text that it shows. */
export function checkVerdict(end: VerifyEnd, check: string): Verdict {
  const isOwn = (each: ReportedViolation) => each.invariant === undefined && each.check === check
  return verdictBy(end, isOwn, (run) => withoutViolation(run, check))
}

/** The same on what is judged of every answer. */
export function invariantVerdict(end: VerifyEnd, { name, clause }: Invariant): Verdict {
  const isOwn = ({ invariant }: ReportedViolation) => invariant === name
  return verdictBy(end, isOwn, (run) => ofAnswers(run, clause))
}

function verdictBy(
  end: VerifyEnd,
  isOwn: (violation: ReportedViolation) => boolean,
  otherwise: (run: RunReport) => Verdict,
): Verdict {
  const run = end.report?.runs[0]
  if (run === undefined) return { kind: 'failed', text: whyNot(end) }
  const violations = run.violations.filter(isOwn)
  const text = violations.map((violation) => localBlock(violation).join('\n')).join('\n\n')
  if (violations.some((violation) => isFailing(violation, run.strict))) {
    return { kind: 'failed', text }
  }
  const waived = violations.flatMap(({ waiver }) => waiver ?? [])
  if (waived.length > 0) {
    return { kind: 'skipped', reason: [...new Set(waived.map(waivedWords))].join('; ') }
  }
  if (violations.length > 0) return { kind: 'passed', note: `SHOULD not met\n${text}` }
  return otherwise(run)
}

function ofAnswers({ clauses, trouble }: RunReport, clause: string): Verdict {
  const said = clauses.find((each) => each.clause === clause)
  if (said?.restsOn !== undefined) return { kind: 'passed' }
  const { outcome, reason = 'it did not run to its end' } = said ?? {}
  if (outcome === 'left-out' || outcome === 'not-applicable') return { kind: 'skipped', reason }
  return { kind: 'failed', text: `no verdict: ${[reason, ...trouble].join('\n')}` }
}

function withoutViolation(run: RunReport, check: string): Verdict {
  const { leftOut, notApplicable } = run.plan
  const excluded = [...notApplicable, ...leftOut].find((each) => each.check === check)
  if (excluded !== undefined) return { kind: 'skipped', reason: excluded.reason }
  const result = run.checks.find((each) => each.check === check)
  switch (result?.state) {
    case 'held':
      return { kind: 'passed' }
    case 'not-applicable':
      return { kind: 'skipped', reason: result.reason ?? '' }
    case 'violated': {
      // One cause stands once in a report, where what holds of every answer tells of it.
      const told = run.violations.filter(
        ({ clause, invariant }) => clause === result.clause && invariant !== undefined,
      )
      return { kind: 'failed', text: told.map((each) => localBlock(each).join('\n')).join('\n\n') }
    }
    default: {
      const why = result?.reason ?? ['it did not run to its end', ...run.trouble].join('\n')
      return { kind: 'failed', text: `no verdict: ${why}` }
    }
  }
}

/** Whether the run as a whole can be relied on: without trouble, and without a waiver that matches nothing. */
export function runVerdict(end: VerifyEnd): Verdict {
  const { report } = end
  if (report === undefined) return { kind: 'failed', text: whyNot(end) }
  const incomplete = whyIncomplete(report)
  const lines = [
    ...report.runs.flatMap(({ trouble }) => trouble),
    ...(incomplete === undefined ? [] : [incomplete]),
    ...report.runs.flatMap((run) => waiversThatAre(run, 'stale').map(waiverSentence)),
  ]
  return lines.length === 0 ? { kind: 'passed' } : { kind: 'failed', text: lines.join('\n') }
}

function whyNot({ said, exitCode }: VerifyEnd): string {
  return said.trim() || `verify ended with exit code ${exitCode} and wrote no report`
}
