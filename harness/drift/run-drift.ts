import { compareScenario, type Outcome, THE_REST } from './compare/compare-scenario.ts'
import type { DriftReport, SideReport } from './drift-report.ts'
import { Observer } from './probe/observer.ts'
import { requireReachable } from './reach.ts'
import type { Scenario } from './scenario.ts'
import { SCENARIOS } from './scenarios/index.ts'
import type { Side } from './side.ts'
import { CannotGoOn, Unfinished } from './stops.ts'

export interface DriftOptions {
  readonly url: Side
  readonly against: Side
  /** What the sides are called in the report. */
  readonly names: { readonly url: string; readonly against: string }
  /** The query whose search is run. */
  readonly query: string
  readonly date: Date
  /** For instance `connector-contract 0.1.0`. */
  readonly tool: string
  readonly scenarios?: readonly Scenario[]
}

/** What one side did in one scenario. */
interface Tried extends Outcome {
  readonly unfinished?: string
  readonly leftBehind: readonly string[]
}

/**
 * Runs every scenario at both sides, side by side, and compares what was observed. Searches that it makes
 * it deletes again, whatever happens. Where a side is gone in the middle, the report says so in `trouble`.
 *
 * @throws ProviderError where a side cannot be compared at all.
 */
export async function runDrift(options: DriftOptions): Promise<DriftReport> {
  const { url, against, names, query, date, tool, scenarios = SCENARIOS } = options
  await Promise.all([requireReachable(url), requireReachable(against)])
  const report: DriftReport = {
    version: 1,
    kind: 'drift',
    tool,
    date: date.toISOString(),
    query: url.mask(query),
    url: await sideReport(url, names.url),
    against: await sideReport(against, names.against),
    scenarios: scenarios.map(({ name, title }) => ({ name, title })),
    agrees: [],
    differs: [],
    notCompared: [],
    trouble: [],
  }
  for (const scenario of scenarios) {
    const tried = await tryBoth(scenario, options)
    take(report, scenario.name, tried)
    if (report.trouble.length > 0) break
  }
  const isStopped = report.notCompared.some(({ probe }) => probe === THE_REST)
  if (
    report.trouble.length === 0 &&
    isStopped &&
    url.searches.count + against.searches.count === 0
  ) {
    report.trouble.push('neither side could make a search of this query: give one with --query')
  }
  return report
}

async function tryBoth(scenario: Scenario, { url, against, query }: DriftOptions) {
  const tries = [tryAt(url, scenario, query), tryAt(against, scenario, query)] as const
  // Also where one of them ends in a defect of ours, the other has searches to delete.
  await Promise.allSettled(tries)
  return { url: await tries[0], against: await tries[1] }
}

async function tryAt(side: Side, scenario: Scenario, query: string): Promise<Tried> {
  const observer = new Observer(side.mask)
  const { observed } = observer
  const cleanUp = async () => (await side.deleteSearches()).map(side.mask)
  try {
    await scenario.run(side, observer, { query })
    return { observed, leftBehind: await cleanUp() }
  } catch (error) {
    const leftBehind = await cleanUp()
    if (!(error instanceof CannotGoOn || error instanceof Unfinished)) throw error
    const stopped = side.mask(error.message)
    const unfinished = error instanceof Unfinished ? stopped : undefined
    return { observed, stopped, leftBehind, ...(unfinished !== undefined && { unfinished }) }
  }
}

function take(
  report: DriftReport,
  scenario: string,
  tried: { readonly url: Tried; readonly against: Tried },
): void {
  const { agrees, differs, notCompared } = compareScenario(scenario, tried)
  report.agrees.push(...agrees)
  report.differs.push(...differs)
  report.notCompared.push(...notCompared)
  report.url.leftBehind.push(...tried.url.leftBehind)
  report.against.leftBehind.push(...tried.against.leftBehind)
  for (const reason of new Set([tried.url.unfinished, tried.against.unfinished])) {
    if (reason !== undefined) report.trouble.push(`stopped in "${scenario}": ${reason}`)
  }
}

async function sideReport(side: Side, name: string): Promise<SideReport> {
  const { answer } = await side.send({ method: 'GET', path: '/ping' })
  const { json } = answer ?? {}
  const version =
    typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined
  return {
    name,
    ...(typeof version === 'string' ? { version: side.mask(version) } : {}),
    leftBehind: [],
  }
}
