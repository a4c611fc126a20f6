import { visible } from '../../text/visible.ts'
import type { ReportedViolation, RunReport } from '../record/run-report.ts'

/**
 * A run as a form for people or for a log shows it. A report may be anybody's: what its schema takes for any text, and
 * every form shows as it is, drives no terminal and begins no line.
 */
export function shownRun(run: RunReport): RunReport {
  const { name, title, hash } = run.data_source
  return {
    ...run,
    tool: visible(run.tool),
    target: visible(run.target),
    ...(run.limits === undefined ? {} : { limits: run.limits.map(visible) }),
    location: visible(run.location),
    data_source: { ...run.data_source, name: visible(name), title: visible(title), hash },
    violations: run.violations.map(shownViolation),
    matrix: run.matrix.map((cell) => ({
      ...cell,
      fault: visible(cell.fault),
      outcome: visible(cell.outcome),
    })),
    trouble: run.trouble.map(visible),
  }
}

function shownViolation(violation: ReportedViolation): ReportedViolation {
  return {
    ...violation,
    claim: visible(violation.claim),
    ...(violation.happened === undefined ? {} : { happened: visible(violation.happened) }),
    explanation: violation.explanation.map(visible),
    check: visible(violation.check),
    again: visible(violation.again),
    ...(violation.replay === undefined ? {} : { replay: visible(violation.replay) }),
    ...(violation.reproduce === undefined ? {} : { reproduce: visible(violation.reproduce) }),
    transcript: violation.transcript.map((call) => ({
      ...call,
      exchanges: call.exchanges.map((exchange) => ({
        ...exchange,
        request: { ...exchange.request, method: visible(exchange.request.method) },
      })),
    })),
  }
}

/** What a reader, or a terminal into which a file is printed, would act on; JSON escapes what is below U+0020 itself. */
const UNSEEN = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** JSON, or a page that holds some, with the same meaning and none of these as they are. */
export function withoutUnseen(text: string): string {
  return text.replace(
    UNSEEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
