import type { Clause } from '../../contracts/clause.ts'
import { CLAUSES } from '../../contracts/clauses.ts'
import { CHECKS } from '../checks/index.ts'
import { failureId } from '../failures/failure-id.ts'
import type { CheckResult } from '../kit/result.ts'
import type { Plan } from '../run/plan.ts'
import { commandsById } from './commands-by-id.ts'
import type { ClauseReport, ReportedViolation, RunReport } from './run-report.ts'

/** What a finished run leaves behind. */
export interface RunOutcome {
  readonly plan: Plan
  /** By the check's name; a planned check without a result makes the run incomplete. */
  readonly results: ReadonlyMap<string, CheckResult>
  /** Trouble outside any check: a worker that died, an error between tests. */
  readonly trouble: readonly string[]
  readonly strict: boolean
  /** How many times made cases were tried, each with a seed of its own, from the plan's seed up. */
  readonly rounds: number
  readonly milliseconds: number
  readonly tool: string
  /** Whether every violation has been kept, so that it can be replayed by its id. */
  readonly kept?: boolean
  /** The command that runs one clause of this run again. */
  readonly again: (clause: string, seed: number) => string
}

/** Puts the checks' results together into the one record of the run. */
export function composeReport(outcome: RunOutcome): RunReport {
  const { plan } = outcome
  return {
    version: 1,
    tool: outcome.tool,
    target: plan.label,
    driver: plan.driver,
    ...(plan.limits === undefined ? {} : { limits: plan.limits }),
    mode: plan.mode,
    scheme: plan.scheme,
    seed: plan.seed,
    profile: plan.profile,
    runs: plan.runs,
    rounds: outcome.rounds,
    callMilliseconds: plan.callMilliseconds,
    strict: outcome.strict,
    clauses: CLAUSES.map((clause) => clauseReport(clause, outcome)),
    violations: violationsOf(outcome),
    matrix: [...outcome.results.values()].flatMap((result) =>
      'matrix' in result ? (result.matrix ?? []) : [],
    ),
    trouble: troubleOf(outcome),
    milliseconds: outcome.milliseconds,
  }
}

function clauseReport(clause: (typeof CLAUSES)[number], outcome: RunOutcome): ClauseReport {
  const { id, level } = clause satisfies Clause
  const checks = CHECKS.filter((check) => check.clause === id)
  const results = checks.flatMap(({ name }) => outcome.results.get(name) ?? [])
  const cases = results.reduce((sum, result) => sum + ('cases' in result ? result.cases : 0), 0)
  const leftOut = results.reduce((sum, each) => sum + leftOutOf(each), 0)
  const report = (kind: ClauseReport['outcome'], reason?: string): ClauseReport => ({
    clause: id,
    level,
    outcome: kind,
    cases,
    ...(leftOut === 0 ? {} : { leftOut }),
    ...(reason === undefined ? {} : { reason }),
  })

  if (checks.length === 0) return report('no-check', 'there is no check for it yet')
  const broken = results.flatMap((result) => (result.state === 'violated' ? [result] : []))
  if (broken.some(({ violation }) => violation.level === 'MUST')) return report('violated')
  const undecided = results.find((result) => result.state === 'undecided')
  if (undecided?.state === 'undecided') return report('undecided', undecided.reason)
  const missing = checks.some(
    ({ name }) => outcome.plan.checks.includes(name) && !outcome.results.has(name),
  )
  if (missing) return report('undecided', 'not all of its checks ran to their end')
  if (broken.length > 0) return report('advised')
  if (results.some(({ state }) => state === 'held')) return report('held')
  return unjudged(checks, results, outcome, report)
}

function leftOutOf(result: CheckResult): number {
  return 'leftOut' in result ? (result.leftOut ?? 0) : 0
}

function unjudged(
  checks: readonly { readonly name: string }[],
  results: readonly CheckResult[],
  { plan }: RunOutcome,
  report: (kind: ClauseReport['outcome'], reason?: string) => ClauseReport,
): ClauseReport {
  const passedOver = results.find((result) => result.state === 'not-applicable')
  if (passedOver?.state === 'not-applicable') return report('not-applicable', passedOver.reason)
  const named = (list: Plan['leftOut']) =>
    list.find(({ check }) => checks.some(({ name }) => name === check))
  const excluded = named(plan.notApplicable)
  if (excluded !== undefined) return report('not-applicable', excluded.reason)
  const leftOut = named(plan.leftOut)
  if (leftOut !== undefined) return report('left-out', leftOut.reason)
  return report('undecided', 'its checks were not planned')
}

function violationsOf(outcome: RunOutcome): readonly ReportedViolation[] {
  return CHECKS.flatMap(({ name }) => {
    const result = outcome.results.get(name)
    if (result?.state !== 'violated') return []
    const { violation } = result
    const { clause, check, counterexample, seed } = violation
    const id = failureId(outcome.plan.target, check, counterexample)
    const byId = outcome.kept === true ? commandsById(id) : {}
    return [{ ...violation, id, again: outcome.again(clause, seed), ...byId }]
  })
}

function troubleOf({ plan, results, trouble }: RunOutcome): readonly string[] {
  const undecided = [...results].flatMap(([name, result]) =>
    result.state === 'undecided' ? [`${name} could not be finished: ${result.reason}`] : [],
  )
  const missing = plan.checks
    .filter((name) => !results.has(name))
    .map((name) => `${name} did not run to its end`)
  return [...trouble, ...undecided, ...missing]
}
