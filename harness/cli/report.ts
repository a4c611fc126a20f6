import { Command } from 'commander'
import { whyIncomplete } from '../report/record/incomplete.ts'
import { exitCodeOfFile, togetherInOne } from '../report/record/report-file.ts'
import { terminalReport } from '../report/terminal/terminal.ts'
import { onTerminal } from '../text/columns.ts'
import { COMPARE_OPTION, comparedWith } from './compare-option.ts'
import { conclude } from './conclusion.ts'
import { displacing } from './displacing.ts'
import { withoutCommands } from './github-actions.ts'
import { openSealedReport } from './open-report.ts'
import {
  REPORT_OPTION,
  requireReports,
  type WantedReport,
  wantedReport,
  writeReports,
} from './report-option.ts'
import type { ExitCode } from './supervisor/protocol.ts'

interface Options {
  readonly report?: readonly WantedReport[]
  readonly matrix: boolean
  readonly timings: boolean
  readonly compare?: string
}

const AFTER = `
The file "-" is standard output:
  connector-contract report report.json --report markdown=- >> "$GITHUB_STEP_SUMMARY"

Exit code: as the run's own, the highest of several; 2 for a file that is no report or of another
version; 3 for one that is cut short.`

/** `report`: makes any form of a report again, from the records that `verify` has written. */
export function reportCommand(): Command {
  return new Command('report')
    .description('show a report that verify has written as JSON, or make another form of it')
    .argument('<file...>', 'what `verify --json` has written')
    .option('--report <form=file>', REPORT_OPTION, wantedReport)
    .option('--matrix', 'show what each method does under each kind of fault', false)
    .option('--timings', 'show whose time the calls took: connector, data source, harness', false)
    .option('--compare <file>', COMPARE_OPTION)
    .addHelpText('after', AFTER)
    .action(async (paths: readonly string[], options: Options) => {
      conclude(await run(paths, options))
    })
}

async function run(paths: readonly string[], options: Options): Promise<ExitCode> {
  const { report: wanted, matrix, timings, compare } = options
  const files = await Promise.all(
    paths.map(async (path) => ({ path, report: await openSealedReport(path) })),
  )
  for (const { path, report } of files) {
    const why = whyIncomplete(report)
    if (why !== undefined) process.stderr.write(`${path} is incomplete: ${why}\n`)
  }
  const reports = files.map(({ report }) => report)
  const together = togetherInOne(reports)
  const { comparison, text } = (await comparedWith(compare))(together)
  if (wanted === undefined) {
    const shown = onTerminal(() =>
      together.runs.map((each) => terminalReport(each, { matrix, timings })).join(''),
    )
    process.stdout.write(withoutCommands(`${shown}${text}`))
  } else {
    await requireReports(wanted)
    await displacing(wanted, [], async () => {
      await writeReports(together, wanted, { whole: paths.join(', '), comparison })
    })
  }
  return Math.max(...reports.map(exitCodeOfFile)) as ExitCode
}
