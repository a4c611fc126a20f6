import { compareScenario, type Outcome } from './compare/compare-scenario.ts'
import type { DriftReport, SideReport } from './drift-report.ts'
import { maskedStrings } from './masked-strings.ts'
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
    query,
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
  if (report.trouble.length === 0 && url.searches.count + against.searches.count === 0) {
    report.trouble.push('neither side could make a search of this query: give one with --query')
  }
  return maskedStrings(report, url.mask)
}

async function tryBoth(scenario: Scenario, { url, against, query }: DriftOptions) {
  const [one, other] = await Promise.all([
    tryAt(url, scenario, query),
    tryAt(against, scenario, query),
  ])
  return { url: one, against: other }
}

async function tryAt(side: Side, scenario: Scenario, query: string): Promise<Tried> {
  const observer = new Observer(side.mask)
  const { observed } = observer
  try {
    await scenario.run(side, observer, { query })
    return { observed, leftBehind: await side.deleteSearches() }
  } catch (error) {
    const leftBehind = await side.deleteSearches()
    if (error instanceof CannotGoOn) return { observed, stopped: error.message, leftBehind }
    if (!(error instanceof Unfinished)) throw error
    return { observed, stopped: error.message, unfinished: error.message, leftBehind }
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
  return { name, ...(typeof version === 'string' ? { version } : {}), leftBehind: [] }
}
