import type { ClauseId } from '../../../contracts/clauses.ts'
import type { Waiver } from '../../../contracts/waiver.ts'
import { CHECKS } from '../../checks/index.ts'
import type { Coverage } from '../../engine/found/coverage.ts'
import { type CheckResult, waivedIn } from '../../engine/found/result.ts'
import { isOfWholeClause } from '../../engine/waivers/covers.ts'
import { dayOf, isExpired } from '../../engine/waivers/in-force.ts'
import type { Check } from '../../kit/define-check.ts'
import { INVARIANTS } from '../../kit/invariants/index.ts'
import type { Judged } from './run-outcome.ts'
import type { WaiverReport, WaiverState } from './run-report.ts'

/** What became of each waiver that a run was given, in their order. */
export function waiverReports(outcome: Judged, isComplete: boolean): readonly WaiverReport[] {
  const { options, plan, today = dayOf(outcome.started) } = outcome
  const { waivers = [] } = options
  const used = new Set(
    [...outcome.results.values()]
      .flatMap((result) => [...waivedIn(result), ...(result.answers?.broken ?? [])])
      .flatMap(({ by }) => by.map(placeIn(plan))),
  )
  return waivers.map((waiver) => ({ ...waiver, state: stateOf(waiver) }))

  function stateOf(waiver: Waiver): WaiverState {
    if (isExpired(waiver, today)) return 'expired'
    if (used.has(waiver)) return 'used'
    return isComplete && wasTried(waiver, outcome) ? 'stale' : 'untried'
  }
}

function placeIn({ waivers = [] }: Judged['plan']): (place: number) => Waiver | undefined {
  return (place) => waivers[place]
}

/**
 * Whether a violation that the waiver covers would have been found if there were one: every check of the clause
 * ran to its end with no less than usual, stopped at nothing else, and made a call that the waiver is about. Of what
 * holds of every answer, every check there is.
 */
function wasTried(waiver: Waiver, outcome: Judged): boolean {
  const { plan, results } = outcome
  if (plan.isShort) return false
  const checks = checksOf(waiver)
  const applicable = checks.filter(
    ({ name }) => !plan.notApplicable.some(({ check }) => check === name),
  )
  if (!applicable.every(({ name }) => ranToItsEnd(results.get(name)))) return false
  if (isOfWholeClause(waiver)) return applicable.some(({ name }) => isHeld(results.get(name)))
  return !hidesOthers(waiver.clause, outcome) && wasMet(waiver, outcome)
}

/** The checks that may meet what the waiver covers. */
function checksOf(waiver: Waiver): readonly Check[] {
  const isOfAnswers = INVARIANTS.some(({ clause }) => clause === waiver.clause)
  return CHECKS.filter(({ clause }) => isOfAnswers || clause === waiver.clause)
}

function ranToItsEnd(result: CheckResult | undefined): boolean {
  if (result?.state === 'not-applicable') return true
  if (result?.state !== 'held' && result?.state !== 'waived') return false
  return (result.leftOut ?? 0) === 0
}

function isHeld(result: CheckResult | undefined): boolean {
  return result?.state === 'held' || result?.state === 'waived'
}

/** Behind what a waiver of the whole clause covers nothing else is looked for. */
function hidesOthers(clause: ClauseId, { plan, results }: Judged): boolean {
  const isWaived = CHECKS.some(
    (check) => check.clause === clause && results.get(check.name)?.state === 'waived',
  )
  const { waivers = [] } = plan
  return isWaived && waivers.some((each) => each.clause === clause && isOfWholeClause(each))
}

/** Whether a case was decided by a call of the method, or under the fault, that the waiver names. */
function wasMet(waiver: Waiver, { coverage }: Judged): boolean {
  const { method, fault } = waiver
  const isOfMethod = (row: { readonly method: string }) =>
    method === undefined || row.method === method
  const isMetIn = ({ methods, faults }: Coverage) =>
    fault === undefined
      ? methods.some((row) => isOfMethod(row) && row.tried > 0)
      : faults.some((row) => isOfMethod(row) && row.fault === fault && row.tried > 0)
  return checksOf(waiver).some(({ name }) => {
    const tried = coverage.get(name)
    return tried !== undefined && isMetIn(tried)
  })
}
