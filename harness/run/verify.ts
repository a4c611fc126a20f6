import type { DataSource } from '../../contracts/data-source/data-source.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import type { Driver } from '../drivers/driver.ts'
import { driverOf } from '../drivers/open-driver.ts'
import { capabilitiesOf } from '../engine/capabilities-of.ts'
import type { CheckResult } from '../engine/found/result.ts'
import type { Plan, VerifyOptions } from '../engine/plan.ts'
import { dayOf, inForce } from '../engine/waivers/in-force.ts'
import type { Footprint } from '../pacts/record/footprint.ts'
import { ResultCollector, type TriedCheck } from '../report/from-vitest.ts'
import { casesOf, sumOf } from '../report/record/cases.ts'
import type { RunReport } from '../report/record/run-report.ts'
import { boundsOf } from './bounds-of.ts'
import { THOROUGH_ROUNDS } from './effort.ts'
import { FailureMemory } from './failure-memory.ts'
import { loadVitest } from './load-vitest.ts'
import { makePlan } from './make-plan.ts'
import { nextRound } from './next-round.ts'
import { nothingArrived } from './nothing-arrived.ts'
import { asksAnotherApi, refusesItsCalls } from './reached.ts'
import { type PlannedRun, reportOfRun } from './report-of-run.ts'
import { runCertificate } from './run-certificate.ts'
import { runChecks } from './run-checks.ts'
import { fitsHere } from './run-here.ts'
import { runPlan } from './run-plan.ts'
import { planOfShard } from './shard/shard-plan.ts'
import type { Side } from './side.ts'
import { tryAlone } from './try-alone.ts'
import { unlessStopped } from './unless-stopped.ts'

/** What a caller may watch while a run goes on. */
export interface Progress {
  /** Once, before `planned`: what a report can be made of, together with what has been `tried`. */
  begun?(run: PlannedRun): void
  /** Waited for, before any check runs; once a round. */
  planned(plan: Plan): unknown
  finished(check: string, result: CheckResult): void
  /** The same as it comes from a worker, with what it tried: of a part of a check, where that is divided. */
  tried?(tried: TriedCheck): void
  /** What the connector asked of the data source, where the options ask for it; once, at the end. */
  asked?(footprint: Footprint, plan: Plan): void
  /** Something to know that is no part of the record, on one line. */
  said?(line: string): void
}

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
  const { today = dayOf(startedAt) } = options
  const planned = await planFor(options, today, (line) => progress.said?.(line))
  try {
    return await runAsPlanned(planned, { options, progress, startedAt, started, today })
  } finally {
    await planned.driver?.close()
  }
}

interface Begun {
  readonly options: VerifyOptions
  readonly progress: Progress
  readonly startedAt: Date
  /** On the clock of `performance`. */
  readonly started: number
  readonly today: string
}

async function runAsPlanned(
  { plan: whole, driver }: Planned,
  { options, progress, startedAt, started, today }: Begun,
): Promise<RunReport> {
  const { definition: source } = await loadDataSource(whole.dataSource)
  const memory = memoryOf(options, whole, progress)
  const plan = await planOfThisRun(options, withEnd(whole, options), source, memory)
  const { stop: _, failures, ...asked } = options
  const run: PlannedRun = {
    ...{ plan, options: asked, started: startedAt.toISOString(), today },
    ...(failures === undefined ? {} : { keptBelow: failures.folder }),
  }
  progress.begun?.(run)
  await progress.planned(plan)
  const collector = await runOnce(plan, source, { ...options, driver }, progress)
  const rounds =
    plan.profile === 'thorough' ? await goOn(plan, source, options, collector, progress) : 1
  const notes = await tryAlone(plan, source, options, collector)
  const { asked: seen } = collector
  const silence = seen.isSilent ? [nothingArrived(plan, seen.asked)] : []
  if (plan.footprint === true) progress.asked?.(collector.footprint.footprint, plan)
  const { kept = false, trouble = [] } = (await memory?.update(collector.results)) ?? {}
  return reportOfRun(run, collector, {
    trouble: [
      ...stopWords(options),
      ...cutWords(options, collector),
      ...collector.trouble,
      ...silence,
      ...trouble,
    ],
    milliseconds: Math.round(performance.now() - started),
    ...{ rounds, kept, notes },
  })
}

interface Planned {
  readonly plan: Plan
  /** The connector, where its checks can be run in this process. */
  readonly driver?: Driver
}

/** The plan of the whole run. */
async function planFor(
  options: VerifyOptions,
  today: string,
  say: (line: string) => void,
): Promise<Planned> {
  const { target, stop, inspect, waivers = [] } = options
  // A debugger attaches to the processes of the checks.
  const open = await driverOf(target)
  const opening = open(boundsOf({ ...options, inspect: undefined }))
  // The connector starts meanwhile. Where one of them cannot be had, whoever needs it is told so.
  const certificate = runCertificate(options.scheme)
  // A few clauses can hardly need it.
  const workers = options.only.length === 0 ? [loadVitest()] : []
  for (const early of [...workers, certificate]) early.catch(() => {})
  const driver = await unlessStopped(opening, stop)
  let lent: Driver | undefined
  try {
    const made = await unlessStopped(makePlan(options, driver, say, certificate), stop)
    const plan = waivers.length === 0 ? made : { ...made, waivers: inForce(waivers, today) }
    if (!fitsHere(plan) || inspect !== undefined) return { plan }
    lent = driver
    return { plan, driver }
  } finally {
    if (lent === undefined) await driver.close()
  }
}

/**
 * Runs the checks of a plan, once.
 *
 * @throws TargetError as soon as the connector is seen to ask another API than the data source's.
 */
async function runOnce(
  plan: Plan,
  source: DataSource,
  { stop, jobs, driver }: Side,
  { finished, tried, said }: Progress,
): Promise<ResultCollector> {
  const elsewhere = new AbortController()
  const signals = [elsewhere.signal, ...(stop === undefined ? [] : [stop])]
  const collector = new ResultCollector({ finished, tried, elsewhere: () => elsewhere.abort() })
  await runPlan(plan, { jobs, driver, stop: AbortSignal.any(signals) }, collector)
  const { asked } = collector
  if (asked.isElsewhere) throw asksAnotherApi(asked.asked.strays, source)
  const { reached, served, strays, refusal } = asked.asked
  const refusesAll = !reached && !served && strays.length === 0
  if (refusesAll && refusal !== undefined) said?.(refusesItsCalls(refusal))
  return collector
}

async function planOfThisRun(
  { shard }: VerifyOptions,
  plan: Plan,
  source: DataSource,
  memory: FailureMemory | undefined,
): Promise<Plan> {
  // What is kept differs from machine to machine, and the shards must be one run.
  if (shard !== undefined) return planOfShard(plan, source, shard)
  if (memory === undefined) return plan
  return { ...plan, stored: await memory.storedCases(plan.checks, capabilitiesOf(plan, source)) }
}

function stopWords({ stop }: VerifyOptions): readonly string[] {
  return stop?.aborted === true ? [String(stop.reason)] : []
}

/** The plan with the moment at which the user wants to have it cut short. */
function withEnd(plan: Plan, { budgetMilliseconds }: VerifyOptions): Plan {
  return budgetMilliseconds === undefined
    ? plan
    : { ...plan, until: Date.now() + budgetMilliseconds }
}

/** That the run was cut short, and after how much of it. */
function cutWords(
  { budgetMilliseconds = 0 }: VerifyOptions,
  { results }: ResultCollector,
): readonly string[] {
  const all = [...results.values()]
  if (!all.some(({ cutShort }) => cutShort === true)) return []
  const { tried, planned } = sumOf(all.map(casesOf))
  const seconds = budgetMilliseconds / 1_000
  return [`cut short by --budget: ${tried} of ${planned} cases were tried in ${seconds} s`]
}

/** The further rounds of a thorough run. Gives how many there were in all. */
async function goOn(
  plan: Plan,
  source: DataSource,
  options: VerifyOptions,
  collector: ResultCollector,
  progress: Progress,
): Promise<number> {
  for (let rounds = 1; ; rounds += 1) {
    const round = nextRound(plan, source, rounds, collector.results)
    const isStopped = collector.trouble.length > 0 || options.stop?.aborted === true
    if (rounds === THOROUGH_ROUNDS || round === undefined || isStopped) return rounds
    await progress.planned(round)
    await runChecks(round, options, collector)
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
