import { scopeWords, type WaiverScope } from '../../../contracts/waiver.ts'
import { brokenBy } from '../../engine/waivers/covers.ts'
import { dayOf } from '../../engine/waivers/in-force.ts'
import {
  isFailing,
  type ReportedViolation,
  type RunReport,
} from '../../report/record/run-report.ts'

/** How long a drafted waiver counts. */
const DAYS = 90
const DAY_MILLISECONDS = 24 * 60 * 60 * 1_000

/** What a waiver has to be before somebody has thought about it: its texts are empty, which the schema refuses. */
export interface Draft extends WaiverScope {
  readonly reason: ''
  readonly issue: ''
  readonly owner: ''
  readonly expires: string
}

/**
 * A waiver for each clause and method of these runs that fails the gate now, in the order of the contract.
 *
 * @param today as `2026-12-31`
 */
export function draftWaivers(runs: readonly RunReport[], today: string): readonly Draft[] {
  const scopes = runs.flatMap((run) =>
    run.violations
      .filter((violation) => isFailing(violation, run.strict))
      .flatMap((violation) => scopesOf(violation, run)),
  )
  const byWords = new Map(scopes.map((scope) => [scopeWords(scope), scope]))
  const expires = dayOf(new Date(Date.parse(today) + DAYS * DAY_MILLISECONDS))
  return [...byWords.values()].map((scope) => ({
    ...scope,
    ...({ reason: '', issue: '', owner: '' } as const),
    expires,
  }))
}

/** A check stops at the first case that fails, so what else was seen to break the clause counts too. */
function scopesOf(violation: ReportedViolation, run: RunReport): readonly WaiverScope[] {
  const { clause } = violation
  const { method } = brokenBy(violation)
  if (method === undefined) return [{ clause }]
  const waived = run.violations.filter((each) => each.clause === clause && each.waiver)
  const isWaived = (name: string) => waived.some((each) => brokenBy(each).method === name)
  const rows = run.coverage.clauses.filter((row) => row.clause === clause && row.violated > 0)
  return rows.length === 0
    ? [{ clause, method }]
    : rows
        .filter((row) => row.method === method || !isWaived(row.method))
        .map((row) => ({ clause, method: row.method }))
}
