import type { VerifyOptions } from '../engine/plan.ts'
import type { RunReport } from '../report/record/run-report.ts'
import { type TerminalOptions, terminalReport } from '../report/terminal/terminal.ts'
import type { Progress } from '../run/verify.ts'
import { onTerminal } from '../text/columns.ts'
import type { OwnFiles } from './displacing.ts'
import { withoutCommands } from './github-actions.ts'
import { print } from './print.ts'
import { runTargets, type TargetsRun } from './run-targets.ts'
import { tell } from './supervisor/line.ts'

interface Showing {
  readonly progress: Progress
  readonly shown: Pick<TerminalOptions, 'matrix' | 'timings'>
  /** Where the report goes. */
  readonly files: Pick<OwnFiles, 'keep'>
}

/** Whatever becomes of this process, what it has found is known. */
const telling = {
  begun: (run) => tell({ kind: 'planned', run }),
  tried: (tried) => tell({ kind: 'tried', tried }),
} satisfies Partial<Progress>

/**
 * Verifies connectors and prints the report of each. Until all are through, the files of the report say that it is
 * incomplete.
 *
 * @throws UsageError where nothing was run at all; UsageError or OutputError where a file cannot be written.
 */
export async function verifyAll(
  runs: readonly VerifyOptions[],
  { progress, shown, files }: Showing,
): Promise<TargetsRun> {
  // vitest comes with it, and takes its time to load: wrong use need not wait for that.
  const { verify } = await import('../run/verify.ts')
  const unread = new Set<string>()
  const verifyOne = async (options: VerifyOptions, sofar: readonly RunReport[]) => {
    if (sofar.length > 0) await files.keep(sofar)
    const report = await verify(options, { ...progress, ...telling })
    tell({ kind: 'reported', report })
    const why = await print(
      withoutCommands(
        onTerminal(() =>
          terminalReport(report, { ...shown, isReadElsewhere: process.env['CI'] !== undefined }),
        ),
      ),
    )
    if (why !== undefined) unread.add(why)
    return report
  }
  const { trouble, ...run } = await runTargets(runs, verifyOne)
  for (const line of unread) process.stderr.write(`error: ${line}\n`)
  return { ...run, trouble: [...trouble, ...unread] }
}
