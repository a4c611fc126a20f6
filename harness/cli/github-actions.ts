import { randomUUID } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import { inForm } from '../report/forms.ts'
import type { ReportFile } from '../report/record/report-file.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Whether this is a step of a GitHub Actions job. */
function isInActions(env: Environment): boolean {
  return env['GITHUB_ACTIONS'] === 'true'
}

/**
 * A text for standard output that holds texts of the connector: inside Actions none of its lines is taken for a
 * workflow command, whatever it begins with.
 */
export function withoutCommands(text: string, env: Environment = process.env): string {
  if (!isInActions(env)) return text
  const token = randomUUID()
  return `::stop-commands::${token}\n${text}::${token}::\n`
}

/**
 * Inside Actions: annotates what is broken, and adds the report to the summary of the job. Elsewhere it does
 * nothing. A summary that cannot be written is a warning: it decides nothing.
 *
 * @param whole see FormContext.
 */
export async function tellGitHub(
  report: ReportFile,
  whole: string | undefined,
  env: Environment = process.env,
): Promise<void> {
  if (!isInActions(env)) return
  process.stdout.write(inForm('github', report, { whole }))
  const summary = env['GITHUB_STEP_SUMMARY']
  if (summary === undefined || summary === '') return
  try {
    await appendFile(summary, inForm('markdown', report, { whole }))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    process.stderr.write(`warning: the summary of the job cannot be written: ${why}\n`)
  }
}
