import type { Target } from '../drivers/target.ts'
import { targetName } from '../drivers/target-name.ts'
import type { VerifyOptions } from '../engine/plan.ts'
import { ConnectorContractError, UsageError } from '../errors.ts'
import type { RunReport } from '../report/record/run-report.ts'

/** What has become of the connectors that were to be verified. */
export interface TargetsRun {
  readonly reports: readonly RunReport[]
  /** Why some of them have no report, in words. */
  readonly trouble: readonly string[]
  /** What went wrong with the first of these; undefined where a stop kept them from being run. */
  readonly error?: unknown
}

/**
 * Verifies one connector after the other, up to one that cannot be. Whatever it is that ends this early, the
 * reports so far are kept.
 *
 * @throws UsageError where nothing was run at all.
 */
export async function runTargets(
  runs: readonly VerifyOptions[],
  run: (options: VerifyOptions, sofar: readonly RunReport[]) => Promise<RunReport>,
): Promise<TargetsRun> {
  const reports: RunReport[] = []
  for (const options of runs) {
    const { stop, target } = options
    const left = runs.slice(reports.length)
    if (stop?.aborted === true) return { reports, trouble: left.map(notRun) }
    try {
      reports.push(await run(options, reports))
    } catch (error) {
      if (error instanceof UsageError && reports.length === 0) throw error
      const trouble = [`${targetName(target)}: ${wordsOf(error)}`, ...left.slice(1).map(notRun)]
      return { reports, trouble, error }
    }
  }
  return { reports, trouble: [] }
}

/** What has become of them where something kept all of them from being run. */
export function noneRun(targets: readonly Target[], error: ConnectorContractError): TargetsRun {
  return {
    reports: [],
    trouble: targets.map((target) => `${targetName(target)}: ${error.message}`),
    error,
  }
}

function notRun({ target }: VerifyOptions): string {
  return `${targetName(target)} was not run`
}

function wordsOf(error: unknown): string {
  if (error instanceof ConnectorContractError) return error.message
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
