import { readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { OutputError, UsageError } from '../errors.ts'
import { inForm } from '../report/forms.ts'
import { reportFile, unfinishedReport } from '../report/record/report-file.ts'
import type { RunReport } from '../report/record/run-report.ts'
import { type WantedReport, writeReports } from './report-option.ts'
import { tell } from './supervisor/line.ts'
import { isNoFile, writeWhole } from './write-whole.ts'

/** The files that a command writes. */
export interface OwnFiles {
  /** Writes what is to be known of these runs, should nothing come of those that are left. */
  keep(runs: readonly RunReport[]): Promise<void>
  /** From now on they are this command's, whatever ends it: it has found something. */
  take(): void
}

/**
 * Runs a command once what an earlier one has left in its files is gone: a report says in its place that it is
 * incomplete, and of other files none is there. Whoever supervises this process sees to these files, too. Where the
 * command turns out to be wrong use, they are again what they were.
 *
 * @param others files that cannot say that they are incomplete.
 * @throws UsageError or OutputError where one cannot be written; no older one is left there.
 */
export async function displacing<Result>(
  wanted: readonly WantedReport[],
  others: readonly string[],
  command: (files: OwnFiles) => Promise<Result>,
): Promise<Result> {
  const reports = await filesAmong(wanted)
  const paths = [...reports.map(({ path }) => path), ...others]
  const earlier = await Promise.all(paths.map((path) => readFile(path).catch(() => undefined)))
  tell({
    kind: 'begun',
    reports: reports.map(({ path, ...rest }) => ({ path: resolve(path), ...rest })),
    others: others.map((path) => resolve(path)),
  })
  const keep = async (runs: readonly RunReport[]) => {
    for (const report of reports) await replace(report, runs)
  }
  let isTaken = false
  const take = () => {
    isTaken = true
  }
  try {
    await keep([])
    for (const path of others) await rm(path, { force: true })
    return await command({ keep, take })
  } catch (error) {
    if (!isTaken) {
      if (error instanceof UsageError) {
        for (const [index, path] of paths.entries()) await putBack(path, earlier[index])
      } else if (!(error instanceof OutputError)) {
        await writeReports(reportFile([], [wordsOf(error)]), reports)
      }
    }
    throw error
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function putBack(path: string, content: Buffer | undefined): Promise<void> {
  if (content === undefined) await rm(path, { force: true })
  else await writeFile(path, content)
}

/** Those that are, or will be, files: what is written into a pipe stays there. */
async function filesAmong(wanted: readonly WantedReport[]): Promise<readonly WantedReport[]> {
  const files: WantedReport[] = []
  for (const each of wanted) {
    if (each.path !== '-' && !(await isNoFile(each.path))) files.push(each)
  }
  return files
}

async function replace(
  { form, path, option }: WantedReport,
  runs: readonly RunReport[],
): Promise<void> {
  try {
    await writeWhole(path, inForm(form, unfinishedReport(runs), {}), option)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}
