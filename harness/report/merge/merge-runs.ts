import type { Waiver } from '../../../contracts/waiver.ts'
import { CHECKS } from '../../checks/index.ts'
import { CallTimesCount } from '../../engine/found/call-times.ts'
import { type JoinedParts, joinParts } from '../../engine/found/join-parts.ts'
import { type CheckResult, waivedIn } from '../../engine/found/result.ts'
import { byClause } from '../record/by-clause.ts'
import { casesOf } from '../record/cases.ts'
import { judge } from '../record/compose-report.ts'
import { eachOnce } from '../record/each-once.ts'
import { answersOf } from '../record/invariant-reports.ts'
import type { ReportedViolation, RunReport, Timings } from '../record/run-report.ts'
import { resultsIn } from './results-in.ts'
import type { ShardRun } from './shard-of-run.ts'

type Joined = ReadonlyMap<string, JoinedParts>

/**
 * The reports of the shards of one run as that run's.
 *
 * @param given at least one, which differ in nothing that they have in common.
 * @param cut why the report is incomplete whatever these say.
 */
export function mergeRuns(given: readonly ShardRun[], cut: readonly string[]): RunReport {
  const shards = given.toSorted((one, other) => one.shard.index - other.shard.index)
  const [first] = shards
  if (first === undefined) throw new Error('there is no shard to merge')
  const { shard, ...run } = first.run
  const { checks } = first.shard
  const waivers = (run.waivers ?? []).map(({ state, ...waiver }) => ({ state, waiver }))
  const inForce = waivers.flatMap(({ state, waiver }) => (state === 'expired' ? [] : [waiver]))
  const joined = join(shards, inForce)
  const results = new Map([...joined].map(([check, { result }]) => [check, result]))
  const { today } = run.options
  const { trouble: remaining, ...verdict } = judge({
    plan: { ...run.plan, checks, waivers: inForce, isShort: first.shard.isShort },
    options: { waivers: waivers.map(({ waiver }) => waiver) },
    results,
    coverage: new Map([...joined].map(([check, { coverage }]) => [check, coverage])),
    trouble: cut,
    started: new Date(run.timings.started),
    ...(today === undefined ? {} : { today }),
  })
  const told = [...cut, ...shards.flatMap(troubleIn)]
  // Some become known only while calls are made: in one shard, perhaps, and not in the others.
  const limits = new Set(shards.flatMap((each) => each.run.limits ?? []))
  return {
    ...run,
    ...(limits.size === 0 ? {} : { limits: [...limits] }),
    plan: { ...run.plan, checks },
    ...verdict,
    violations: violationsIn(results, shards),
    matrix: shards.flatMap((each) => each.run.matrix),
    trouble: told.length > 0 ? told : remaining,
    timings: timingsOf(shards, joined),
  }
}

/** What the checks say, in the order of the contract. */
function join(shards: readonly ShardRun[], inForce: readonly Waiver[]): Joined {
  const parts = shards.flatMap((shard) => resultsIn(shard, inForce))
  const byCheck = Map.groupBy(parts, ({ check }) => check)
  return new Map(
    CHECKS.flatMap(({ name }) => {
      const own = byCheck.get(name)
      return own === undefined ? [] : [[name, joinParts(own)]]
    }),
  )
}

function troubleIn({ run, shard: { index, count } }: ShardRun): readonly string[] {
  return run.trouble.map((words) => `shard ${index} of ${count}: ${words}`)
}

/** As the shards have reported them, each with its id and its commands. */
function violationsIn(
  results: ReadonlyMap<string, CheckResult>,
  shards: readonly ShardRun[],
): readonly ReportedViolation[] {
  const reported = shards.flatMap(({ run }) => run.violations)
  const found = [...results.values()].flatMap((result) => [
    ...(result.state === 'violated' ? [result.violation] : []),
    ...waivedIn(result).map(({ violation }) => violation),
  ])
  const ofChecks = found.flatMap((violation) => reported.filter((each) => each === violation))
  const ofAnswers = answersOf(results).broken.flatMap(({ violation: { transcript, extent } }) =>
    reported
      .filter((each) => each.transcript === transcript)
      .map((each) => ({ ...each, ...(extent === undefined ? {} : { extent }) })),
  )
  return eachOnce(byClause([...ofAnswers, ...ofChecks]))
}

/** Since the shards ran side by side, the run took as long as the longest of them. */
function timingsOf(shards: readonly ShardRun[], joined: Joined): Timings {
  const all = shards.map(({ run }) => run.timings)
  const started = all.map((each) => each.started).toSorted()
  const notes = all.flatMap((each) => each.notes ?? [])
  const calls = new CallTimesCount()
  for (const each of all) calls.addAll(each.calls ?? [])
  const firsts = all.flatMap((each) => each.firstCallMilliseconds ?? [])
  return {
    started: started[0] ?? '',
    milliseconds: Math.max(...all.map((each) => each.milliseconds)),
    callMilliseconds: Math.max(...all.map((each) => each.callMilliseconds)),
    ...(firsts.length === 0 ? {} : { firstCallMilliseconds: Math.max(...firsts) }),
    jobs: all.reduce((sum, each) => sum + each.jobs, 0),
    checks: [...joined].map(([check, { result, milliseconds }]) => ({
      check,
      tried: casesOf(result).tried,
      milliseconds,
    })),
    ...(notes.length === 0 ? {} : { notes }),
    ...(calls.times.length === 0 ? {} : { calls: calls.times }),
  }
}
