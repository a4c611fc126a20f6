import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readReportFile } from '../harness/report/record/read-report-file.ts'
import type { ReportFile } from '../harness/report/record/report-file.ts'
import { RECORD, SAMPLES, sampleFiles } from './samples/sample-files.ts'
import { withFixedTimes } from './samples/with-fixed-times.ts'

/**
 * Runs a broken connector, and writes what each form of report makes of that into `docs/samples/`. With
 * `--render` the record is the one that is there, which is enough where a form alone has changed.
 */
const CONNECTOR = 'test/broken/pagination/page-1-end-inclusive.ts'
/** With a number of made cases, all listed ones are tried, however slow the machine is. */
const OPTIONS = ['--no-store', '--seed', '1', '--runs', '5']

const root = fileURLToPath(new URL('../', import.meta.url))
const { values } = parseArgs({ options: { render: { type: 'boolean', default: false } } })
const report = values.render ? readReport(join(root, RECORD)) : withFixedTimes(newReport())

mkdirSync(join(root, SAMPLES), { recursive: true })
for (const [name, text] of Object.entries(sampleFiles(report))) {
  writeFileSync(join(root, name), text)
  process.stdout.write(`${name}\n`)
}

function newReport(): ReportFile {
  const folder = mkdtempSync(join(tmpdir(), 'connector-contract-samples-'))
  try {
    const path = join(folder, 'report.json')
    const words = ['harness/cli/main.ts', 'verify', CONNECTOR, ...OPTIONS, '--json', path]
    const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'ignore' })
    if (status !== 1) throw new Error(`verify of ${CONNECTOR} ended with ${status}, not with 1`)
    return readReport(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readReport(path: string): ReportFile {
  return readReportFile(readFileSync(path, 'utf8'), path)
}
