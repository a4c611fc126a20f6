import type { Clause } from '../../../contracts/clause.ts'
import { CLAUSES } from '../../../contracts/clauses.ts'
import type { Waiver } from '../../../contracts/waiver.ts'
import { CHECKS } from '../../checks/index.ts'
import { failureId } from '../../engine/failures/failure-id.ts'
import {
  type CheckResult,
  type JudgedAnswers,
  type Violation,
  type WaivedViolation,
  waivedIn,
} from '../../engine/found/result.ts'
import { partWords } from '../../engine/part.ts'
import type { Plan } from '../../engine/plan.ts'
import { givenSecrets } from '../../engine/secrets/given-secrets.ts'
import { INVARIANTS } from '../../kit/invariants/index.ts'
import { askedFor } from './asked-for.ts'
import { byClause } from './by-clause.ts'
import { casesOf, sumOf } from './cases.ts'
import { clausesOf } from './clauses-of.ts'
import { commandsById } from './commands-by-id.ts'
import { coverageOfRun } from './coverage-of-run.ts'
import { eachOnce } from './each-once.ts'
import { answersOf, restsOn } from './invariant-reports.ts'
import { maskSecrets } from './mask-secrets.ts'
import type { Judged, RunOutcome } from './run-outcome.ts'
import type { CheckReport, ClauseReport, ReportedViolation, RunReport } from './run-report.ts'
import { type ShardReport, shardReport } from './shard-report.ts'
import { timingsOf } from './timings-of.ts'
import { waiverReports } from './waiver-reports.ts'

/** Puts the checks' results together into the one record of the run, in which no secret is left. */
export function composeReport(outcome: RunOutcome): RunReport {
  const { plan, options } = outcome
  const shard = shardReport(plan, outcome.parts ?? [])
  const { clauses, checks, waivers, matrix, coverage, trouble } = judge({
    ...outcome,
    trouble: [...outcome.trouble, ...cutOff(shard, outcome)],
  })
  const report: RunReport = {
    tool: outcome.tool,
    target: plan.label,
    driver: plan.driver,
    location: outcome.location,
    ...(outcome.folder === undefined ? {} : { folder: outcome.folder }),
    ...(plan.limits === undefined ? {} : { limits: plan.limits }),
    data_source: {
      name: plan.dataSource.name,
      title: plan.dataSource.title,
      hash: plan.dataSource.hash,
      ...(plan.dataSource.by === undefined ? {} : { named_by: plan.dataSource.by }),
    },
    declarations: plan.declarations,
    declaredBy: plan.declaredBy,
    mode: plan.mode,
    scheme: plan.scheme,
    seed: plan.seed,
    profile: plan.profile,
    runs: plan.runs,
    rounds: outcome.rounds,
    ...(shard === undefined ? {} : { shard }),
    strict: options.strict,
    options: askedFor(options),
    plan: plannedIn(plan),
    clauses,
    checks,
    violations: plan.shard === undefined ? eachOnce(violationsOf(outcome)) : violationsOf(outcome),
    ...(waivers === undefined ? {} : { waivers }),
    ...{ matrix, coverage, trouble },
    timings: timingsOf(outcome, checks),
  }
  return maskSecrets(report, options.secrets ?? givenSecrets(options))
}

function plannedIn({ checks, invariants, providers, leftOut, notApplicable }: Plan) {
  return {
    checks,
    ...(invariants === undefined ? {} : { invariants }),
    ...(providers === undefined ? {} : { providers }),
    ...{ leftOut, notApplicable },
  }
}

/** What a run comes to, out of what its checks say. */
export function judge(judged: Judged): Verdict {
  const trouble = troubleOf(judged)
  // What a shard has not met another one may have.
  const isWhole = trouble.length === 0 && judged.plan.shard === undefined
  const waivers = waiverReports(judged, isWhole)
  const answers = answersOf(judged.results)
  return {
    clauses: CLAUSES.map((clause) => clauseReport(clause, judged, answers)),
    checks: checkReports(judged),
    ...(waivers.length === 0 ? {} : { waivers }),
    matrix: [...judged.results.values()].flatMap((result) =>
      'matrix' in result ? (result.matrix ?? []) : [],
    ),
    coverage: coverageOfRun(judged.coverage, answers),
    trouble,
  }
}

type Verdict = Pick<RunReport, 'clauses' | 'checks' | 'waivers' | 'matrix' | 'coverage' | 'trouble'>

function checkReports({ results }: Judged): readonly CheckReport[] {
  return CHECKS.flatMap(({ name, clause, level, claim }) => {
    const result = results.get(name)
    if (result === undefined) return []
    const { state } = result
    return [
      {
        ...{ check: name, clause, level, claim, state },
        cases: casesOf(result),
        ...('reason' in result ? { reason: result.reason } : {}),
      },
    ]
  })
}

/** Of checks that have a result all the same, the parts that have none. */
function cutOff(shard: ShardReport | undefined, { results }: RunOutcome): readonly string[] {
  const parts = shard?.parts.filter(({ check, said }) => said === undefined && results.has(check))
  return (parts ?? []).map((part) => `${partWords(part)}: did not run to their end`)
}

function clauseReport(
  clause: (typeof CLAUSES)[number],
  outcome: Judged,
  answers: JudgedAnswers,
): ClauseReport {
  const { id, level } = clause satisfies Clause
  const { providers = [] } = outcome.plan
  const checks = CHECKS.filter((check) => check.clause === id && !providers.includes(check.name))
  const results = checks.flatMap(({ name }) => outcome.results.get(name) ?? [])
  const cases = sumOf(results.map(casesOf))
  const judgedBy = restsOn(id, answers)
  const report = (kind: ClauseReport['outcome'], reason?: string): ClauseReport => ({
    clause: id,
    level,
    outcome: kind,
    cases,
    ...(judgedBy === undefined ? {} : { restsOn: judgedBy }),
    ...(reason === undefined ? {} : { reason }),
  })

  const claims = [...CHECKS, ...INVARIANTS].filter((each) => each.clause === id)
  if (claims.length === 0) return report('no-check', 'there is no check for it yet')
  const byAnswers = answers.broken.filter(({ violation }) => violation.clause === id)
  const broken = [
    ...results.flatMap((result) => (result.state === 'violated' ? [result.violation] : [])),
    ...byAnswers.flatMap(({ violation, by }) => (by.length === 0 ? [violation] : [])),
  ]
  if (broken.some((violation) => violation.level === 'MUST')) return report('violated')
  const undecided = results.find((result) => result.state === 'undecided')
  if (undecided?.state === 'undecided') return report('undecided', undecided.reason)
  const missing = checks.some(
    ({ name }) => outcome.plan.checks.includes(name) && !outcome.results.has(name),
  )
  if (missing) return report('undecided', 'not all of its checks ran to their end')
  const unshown = results.find((result) => result.state === 'not-shown')
  if (unshown?.state === 'not-shown') return report('not-shown', unshown.reason)
  if (broken.length > 0) return report('advised')
  if (byAnswers.length > 0 || results.some(({ state }) => state === 'waived'))
    return report('waived')
  if (judgedBy !== undefined || results.some(({ state }) => state === 'held')) return report('held')
  if (sawNothing(id, outcome)) return report('not-shown', 'no call gave an answer that it judges')
  return unjudged(claims, results, outcome, report)
}

/** Whether answers were to be held against the clause, and calls made, of which none was one that it judges. */
function sawNothing(id: string, { plan, results }: Judged): boolean {
  const isPlanned = INVARIANTS.some(
    ({ clause, name }) => clause === id && plan.invariants?.includes(name),
  )
  return isPlanned && plan.shard === undefined && results.size > 0
}

function unjudged(
  checks: readonly { readonly name: string }[],
  results: readonly CheckResult[],
  { plan }: Judged,
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
  const elsewhere = checks.some(({ name }) => plan.shard?.checks.includes(name))
  if (elsewhere) return report('left-out', 'its cases run in other shards')
  return report('undecided', 'its checks were not planned')
}

/** In the order of the clauses: what answers broke, and then of each check what is not waived first. */
function violationsOf(outcome: RunOutcome): readonly ReportedViolation[] {
  const { waivers = [] } = outcome.plan
  const { broken } = answersOf(outcome.results)
  const reportedOf = ({ violation, by: [place = -1] }: WaivedViolation) =>
    reported(violation, outcome, waivers[place])
  const { providers = [] } = outcome.plan
  const ofChecks = CHECKS.flatMap(({ name }) => {
    const result = outcome.results.get(name)
    if (result === undefined || providers.includes(name)) return []
    const waived = waivedIn(result).map(reportedOf)
    return result.state === 'violated' ? [reported(result.violation, outcome), ...waived] : waived
  })
  return byClause([...broken.map(reportedOf), ...ofChecks])
}

function reported(violation: Violation, outcome: RunOutcome, waiver?: Waiver): ReportedViolation {
  const { check, invariant, counterexample, seed } = violation
  const { keptBelow, plan } = outcome
  const { name } = plan.dataSource
  const id = failureId(plan.target, check, counterexample, name, invariant, keptBelow)
  return {
    ...violation,
    ...(waiver === undefined ? {} : { waiver }),
    ...{ id, again: outcome.again(clausesOf(violation), seed) },
    ...(outcome.kept === true ? commandsById(id) : {}),
  }
}

function troubleOf({ plan, results, trouble }: Judged): readonly string[] {
  const undecided = [...results].flatMap(([name, result]) =>
    result.state === 'undecided' ? [`${name} could not be finished: ${result.reason}`] : [],
  )
  const missing = plan.checks
    .filter((name) => !results.has(name))
    .map((name) => `${name} did not run to its end`)
  const said = [...trouble, ...undecided, ...missing]
  return said.length > 0 ? said : whyNothingRan(plan, results)
}

/** Where no check has tried a case, nothing is known: none of many shards, but the whole, has to say so. */
function whyNothingRan(plan: Judged['plan'], results: Judged['results']): readonly string[] {
  const ran = [...results.values()].some(({ state }) => state !== 'not-applicable')
  if (ran || (plan.shard !== undefined && plan.checks.length > 0)) return []
  const [passedOver] = [...results].flatMap(([check, result]) =>
    result.state === 'not-applicable' ? [{ check, reason: result.reason }] : [],
  )
  const [first] = [...(passedOver === undefined ? [] : [passedOver]), ...plan.notApplicable]
  const why = first === undefined ? '' : ` (${first.check}: ${first.reason})`
  return [`no check ran: none that was asked for applies to this connector${why}`]
}
