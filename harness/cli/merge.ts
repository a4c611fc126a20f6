import { Command } from 'commander'
import { mergeReports, type NamedReport } from '../report/merge/merge-reports.ts'
import { exitCodeOfFile, withTrouble } from '../report/record/report-file.ts'
import { terminalReport } from '../report/terminal/terminal.ts'
import { onTerminal } from '../text/columns.ts'
import { conclude } from './conclusion.ts'
import { displacing } from './displacing.ts'
import { tellGitHub, withoutCommands } from './github-actions.ts'
import { openSealedReport } from './open-report.ts'
import { print } from './print.ts'
import {
  REPORT_OPTION,
  requireReports,
  type WantedReport,
  wantedReport,
  wantedReports,
  writeReports,
} from './report-option.ts'
import type { ExitCode } from './supervisor/protocol.ts'

interface Options {
  readonly json?: string
  readonly report?: readonly WantedReport[]
  readonly matrix: boolean
  readonly timings: boolean
}

const AFTER = `
For example, once every shard has run \`verify ... --shard i/4 --json shard-i.json\`:
  connector-contract merge shard-*.json --json report.json

Exit code: as that of the undivided run; 2 where the files are not all the shards of one run; 3
where one of them is incomplete.`

/** `merge`: puts the reports of all shards together into the one that an undivided run would have written. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('put the reports of the shards of one run together into the report of the run')
    .argument('<file...>', 'what `verify --shard i/n --json` has written, of every shard')
    .option('--json <file>', 'write the whole record as JSON')
    .option('--report <form=file>', REPORT_OPTION, wantedReport)
    .option('--matrix', 'show what each method does under each kind of fault', false)
    .option('--timings', 'show whose time the calls took: connector, data source, harness', false)
    .addHelpText('after', AFTER)
    .action(async (paths: readonly string[], options: Options) => {
      conclude(await run(paths, options))
    })
}

async function run(paths: readonly string[], options: Options): Promise<ExitCode> {
  const { json, matrix, timings } = options
  const wanted = wantedReports(options)
  await requireReports(wanted)
  const shards = await Promise.all(paths.map(named))
  return displacing(wanted, [], async (files) => {
    const merged = mergeReports(shards)
    files.take()
    const text = onTerminal(() =>
      merged.runs.map((each) => terminalReport(each, { matrix, timings })).join(''),
    )
    const unread = await print(withoutCommands(text))
    if (unread !== undefined) process.stderr.write(`error: ${unread}\n`)
    const trouble = unread === undefined ? [] : [unread]
    const file = await writeReports(withTrouble(merged, trouble), wanted)
    await tellGitHub(file, json)
    return exitCodeOfFile(file)
  })
}

async function named(path: string): Promise<NamedReport> {
  return { file: path, report: await openSealedReport(path) }
}
