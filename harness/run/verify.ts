import { fileURLToPath } from 'node:url'
import { startVitest } from 'vitest/node'
import { openDriver } from '../drivers/open-driver.ts'
import type { CheckResult } from '../kit/result.ts'
import { dayOf, inForce } from '../kit/waivers/in-force.ts'
import type { Footprint } from '../pacts/record/footprint.ts'
import { composeReport } from '../report/compose-report.ts'
import { ResultCollector } from '../report/from-vitest.ts'
import type { RunReport } from '../report/run-report.ts'
import { againCommand } from './again-command.ts'
import { effortFor } from './effort.ts'
import { FailureMemory } from './failure-memory.ts'
import { locationOf } from './location-of.ts'
import { LongestFirst } from './longest-first.ts'
import { makePlan } from './make-plan.ts'
import { nextRound } from './next-round.ts'
import type { Plan, VerifyOptions } from './plan.ts'
import { planOfShard } from './shard/shard-plan.ts'
import { toolName } from './tool-name.ts'

/** What a caller may watch while a run goes on. */
export interface Progress {
  planned(plan: Plan): void
  finished(check: string, result: CheckResult): void
  /** What the connector asked of the data source, where the options ask for it; once, at the end. */
  asked?(footprint: Footprint, plan: Plan): void
  /** Something to know that is no part of the record, on one line. */
  said?(line: string): void
}

const SUITES = fileURLToPath(new URL('./suites/', import.meta.url))
/** Where a check's own limits fail: no check may hold a run for longer, in milliseconds. */
const CHECK_LIMIT = 15 * 60_000

/**
 * Runs one connector through the contract.
 *
 * @param now the time of day, for the record, and the day on which waivers expire where `options` names none.
 * @throws UsageError or TargetError before any check has run; after that, trouble is in the report.
 */
export async function verify(
  options: VerifyOptions,
  progress: Progress,
  now: () => Date = () => new Date(),
): Promise<RunReport> {
  const startedAt = now()
  const started = performance.now()
  const driver = await openDriver(options.target)
  let plan: Plan
  try {
    plan = await makePlan(options, driver)
  } finally {
    await driver.close()
  }
  const { waivers = [], today = dayOf(startedAt) } = options
  if (waivers.length > 0) plan = { ...plan, waivers: inForce(waivers, today) }
  const memory = memoryOf(options, plan, progress)
  if (options.shard !== undefined) plan = planOfShard(plan, options.shard)
  // What is kept differs from machine to machine, and the shards must be one run.
  else if (memory !== undefined) {
    plan = { ...plan, stored: await memory.storedCases(plan.checks, plan) }
  }
  progress.planned(plan)
  const collector = new ResultCollector(progress.finished)
  if (plan.checks.length > 0) await runSuites(plan, options.jobs, collector)
  const end = started + options.budgetMilliseconds
  const rounds =
    plan.profile === 'thorough' ? await goOn(plan, options.jobs, end, collector, progress) : 1
  if (plan.footprint === true) progress.asked?.(collector.footprint.footprint, plan)
  const kept = (await memory?.update(collector.results)) ?? false
  return composeReport({
    plan,
    options,
    location: locationOf(options),
    results: collector.results,
    parts: collector.parts,
    coverage: collector.coverage,
    checkMilliseconds: collector.milliseconds,
    trouble: collector.trouble,
    rounds,
    started: startedAt,
    today,
    isShort: plan.runs < effortFor('default', plan.callMilliseconds).runs,
    milliseconds: Math.round(performance.now() - started),
    tool: toolName(),
    kept,
    again: (clause, seed) => againCommand(options, { ...plan, seed }, clause),
  })
}

/** Further rounds until the next one would not end in time. Gives how many there were in all. */
async function goOn(
  plan: Plan,
  jobs: number,
  end: number,
  collector: ResultCollector,
  progress: Progress,
): Promise<number> {
  let longest = 0
  for (let rounds = 1; ; rounds += 1) {
    const started = performance.now()
    const round = nextRound(plan, rounds, collector.results)
    const isOver = round === undefined || collector.trouble.length > 0
    if (isOver || started + longest > end) return rounds
    progress.planned(round)
    await runSuites(round, jobs, collector)
    longest = Math.max(longest, performance.now() - started)
  }
}

function memoryOf(
  { failures, declarations }: VerifyOptions,
  plan: Plan,
  progress: Progress,
): FailureMemory | undefined {
  if (failures === undefined) return undefined
  return new FailureMemory(failures, { ...plan, declarations }, (line) => progress.said?.(line))
}

async function runSuites(plan: Plan, jobs: number, collector: ResultCollector): Promise<void> {
  // vitest sets it on a failing test; what a run means is decided by the report alone.
  const exitCode = process.exitCode
  const vitest = await startVitest('test', [], {
    root: SUITES,
    config: false,
    watch: false,
    include: ['*.suite.{ts,js}'],
    // By default vitest passes over node_modules, where the published package lives.
    exclude: [],
    // Its results would lie beside the suites, in a folder that may be another user's, and would order runs.
    cache: false,
    reporters: [collector],
    provide: { plan },
    pool: 'forks',
    // Garbage is most of what a run makes; left to grow, it takes half a gigabyte a worker, or with values
    // of a hundred megabytes any amount.
    execArgv: ['--heap-growing-percent=20', '--expose-gc'],
    maxWorkers: jobs,
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Checks that wait for a timeout must not hold up those that do not.
    maxConcurrency: plan.driver === 'module' ? 10 : 5,
    testTimeout: CHECK_LIMIT,
    // Else what a connector prints would be taken away from the driver that listens for it.
    disableConsoleIntercept: true,
    experimental: { viteModuleRunner: false },
  })
  await vitest.close()
  process.exitCode = exitCode
}
