import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { UsageError } from '../errors.ts'
import { whyIncomplete } from '../report/incomplete.ts'
import { readReportFile } from '../report/read-report-file.ts'
import { exitCodeOfFile, type ReportFile, togetherInOne } from '../report/report-file.ts'
import { terminalReport } from '../report/terminal.ts'
import {
  REPORT_OPTION,
  requireReports,
  type WantedReport,
  wantedReport,
  writeReports,
} from './report-option.ts'

interface Options {
  readonly report?: readonly WantedReport[]
  readonly matrix: boolean
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
    .addHelpText('after', AFTER)
    .action(async (paths: readonly string[], options: Options) => {
      process.exitCode = await run(paths, options)
    })
}

async function run(paths: readonly string[], { report: wanted, matrix }: Options): Promise<number> {
  const files = await Promise.all(paths.map(async (path) => ({ path, report: await read(path) })))
  for (const { path, report } of files) {
    const why = whyIncomplete(report)
    if (why !== undefined) process.stderr.write(`${path} is incomplete: ${why}\n`)
  }
  const reports = files.map(({ report }) => report)
  if (wanted === undefined) {
    const runs = reports.flatMap((report) => report.runs)
    process.stdout.write(runs.map((each) => terminalReport(each, { matrix })).join(''))
  } else {
    await requireReports(wanted)
    await writeReports(togetherInOne(reports), wanted, paths.join(', '))
  }
  return Math.max(...reports.map((report: ReportFile) => exitCodeOfFile(report)))
}

async function read(path: string): Promise<ReportFile> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${path} cannot be read: ${why}`, {
      hint: 'Name a file that `connector-contract verify --json FILE` has written.',
    })
  }
  return readReportFile(text, path)
}
