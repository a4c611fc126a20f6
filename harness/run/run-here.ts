import { setFlagsFromString } from 'node:v8'
import { CHECKS, familyOf } from '../checks/index.ts'
import { isDescription } from '../data-source/find-data-source.ts'
import type { Driver } from '../drivers/driver.ts'
import { lessPatient } from '../drivers/less-patient.ts'
import { openDriver } from '../drivers/open-driver.ts'
import { GROWS_SLOWLY } from '../drivers/process/node-flags.ts'
import type { Plan } from '../engine/plan.ts'
import { StoppedError } from '../errors.ts'
import type { CheckOutcome, ResultCollector } from '../report/from-vitest.ts'
import { mostAtOnce, SharedAmong } from './at-once.ts'
import { boundsOf } from './bounds-of.ts'
import { plannedSource } from './planned-source.ts'
import { requireNoDeeds } from './require-no-deeds.ts'
import type { Side } from './side.ts'
import { type PlannedCheck, plannedOf, type Surroundings, tryCheck } from './try-check.ts'
import { unlessStopped } from './unless-stopped.ts'

/** So many cases take no longer than it takes to start workers for them. */
const FEW_CASES = 150

/** Whether the checks of a plan are as quick in this process as in workers: where there is but one, or little to do. */
export function fitsHere({ checks, tries, dataSource: { from } }: Plan): boolean {
  // What a data source's own code does to its process is not to befall this one.
  if (from.kind === 'file' && !isDescription(from.path)) return false
  const families = new Set(plannedChecks(checks).map(({ clause }) => familyOf(clause)))
  if (families.size <= 1) return true
  const all = checks.map((name) => tries[name] ?? { listed: 0, made: 0 })
  return all.reduce((sum, { listed, made }) => sum + listed + made, 0) <= FEW_CASES
}

/** Runs the checks of a plan in this process, until all are through or `stop` is given. */
export async function runHere(plan: Plan, side: Side, collector: ResultCollector): Promise<void> {
  const { stop = new AbortController().signal, driver: lent } = side
  if (stop.aborted) return
  setFlagsFromString(GROWS_SLOWLY)
  const opening =
    lent === undefined ? openDriver(plan.target, boundsOf(plan)) : Promise.resolve(lent)
  try {
    // It may wait for a debugger.
    const driver = await unlessStopped(opening, stop)
    await runWith(driver, plan, { ...side, stop }, collector)
    requireNoDeeds(driver)
  } catch (error) {
    if (error instanceof StoppedError) return
    collector.note(error instanceof Error ? error.message : String(error))
  } finally {
    if (lent === undefined) await closeOnceOpen(opening, stop)
  }
}

/** One that is still waited for when the run is stopped ends with this process. */
async function closeOnceOpen(opening: Promise<Driver>, stop: AbortSignal): Promise<void> {
  const closed = opening.then((driver) => driver.close()).catch(() => {})
  await unlessStopped(closed, stop).catch(() => {})
}

async function runWith(
  opened: Driver,
  plan: Plan,
  { stop, isAlone = false }: Side & { readonly stop: AbortSignal },
  collector: ResultCollector,
): Promise<void> {
  const source = await plannedSource(plan)
  const most = mostAtOnce(plan, isAlone)
  const driver = lessPatient(opened)
  const atOnce = new SharedAmong(most)
  const surroundings = { plan, source, driver, atOnce, signal: stop }
  const left = [...plannedOf(plannedChecks(plan.checks), plan)]
  const work = async () => {
    for (let next = left.shift(); next !== undefined && !stop.aborted; next = left.shift()) {
      await tryOne(next, surroundings, collector)
    }
  }
  await Promise.all(Array.from({ length: most }, work))
}

function plannedChecks(names: Plan['checks']) {
  return CHECKS.filter(({ name }) => names.includes(name))
}

/** Where the run is stopped, what has been found so far counts, and nothing that comes after it. */
async function tryOne(
  planned: PlannedCheck,
  surroundings: Surroundings,
  collector: ResultCollector,
): Promise<void> {
  const started = performance.now()
  let outcome: CheckOutcome | undefined
  const ended = tryCheck(planned, surroundings, (told) => {
    outcome = told
  })
  await unlessStopped(ended, surroundings.signal).catch((error: unknown) => {
    if (!(error instanceof StoppedError)) throw error
  })
  if (outcome !== undefined) collector.take(outcome, performance.now() - started)
}
