import type { Plan, VerifyOptions } from '../engine/plan.ts'
import type { RunReport } from '../report/record/run-report.ts'
import { terminalReport } from '../report/terminal/terminal.ts'
import type { Progress } from '../run/verify.ts'
import { withoutCommands } from './github-actions.ts'
import { print } from './print.ts'
import { type WantedReport, writeUnfinished } from './report-option.ts'
import { runTargets, type TargetsRun } from './run-targets.ts'

interface Showing {
  readonly progress: Progress
  readonly matrix: boolean
  readonly wanted: readonly WantedReport[]
}

/**
 * Verifies connectors and prints the report of each. Until all are through, the files of the report say that it is
 * incomplete.
 *
 * @throws UsageError where nothing was run at all; UsageError or OutputError where a file cannot be written.
 */
export async function verifyAll(
  runs: readonly VerifyOptions[],
  { progress, matrix, wanted }: Showing,
): Promise<TargetsRun> {
  // vitest comes with it, and takes its time to load: wrong use need not wait for that.
  const { verify } = await import('../run/verify.ts')
  const unread = new Set<string>()
  const verifyOne = async (options: VerifyOptions, sofar: readonly RunReport[]) => {
    const planned = async (plan: Plan) => {
      progress.planned(plan)
      await writeUnfinished(sofar, wanted)
    }
    const report = await verify(options, { ...progress, planned })
    const why = await print(withoutCommands(terminalReport(report, { matrix })))
    if (why !== undefined) unread.add(why)
    return report
  }
  const { trouble, ...run } = await runTargets(runs, verifyOne)
  for (const line of unread) process.stderr.write(`error: ${line}\n`)
  return { ...run, trouble: [...trouble, ...unread] }
}
