import { exitCodeOfFile, type ReportFile } from '../record/report-file.ts'
import type { ClauseOutcome } from '../record/run-report.ts'

const COLORS = { 0: 'brightgreen', 1: 'red', 3: 'lightgrey' } as const

/**
 * A report as a badge: what https://shields.io/badges/endpoint-badge reads. It promises no more than the run has
 * shown: clauses that are waived, left out or not met as a SHOULD stand beside those that are held.
 */
export function badgeReport(report: ReportFile): string {
  const exitCode = exitCodeOfFile(report)
  const badge = {
    schemaVersion: 1,
    label: labelOf(report),
    message: messageOf(report, exitCode),
    color: COLORS[exitCode],
    // Else whoever shows the badge could give it a colour of their own.
    ...(exitCode === 0 ? {} : { isError: true }),
  }
  return `${JSON.stringify(badge, null, 2)}\n`
}

/** Of several connectors of one repository each badge says which it is of. */
function labelOf({ runs }: ReportFile): string {
  const folders = new Set(runs.map(({ folder }) => folder))
  const [folder] = folders
  return folders.size === 1 && folder !== undefined
    ? `connector contract: ${folder}`
    : 'connector contract'
}

function messageOf({ runs }: ReportFile, exitCode: 0 | 1 | 3): string {
  const outcomes = runs.flatMap(({ clauses }) => clauses.map(({ outcome }) => outcome))
  const count = (outcome: ClauseOutcome) => outcomes.filter((each) => each === outcome).length
  const some = (number: number, words: string) => (number === 0 ? [] : [`${number} ${words}`])
  const advised = some(count('advised'), 'SHOULD not met')
  switch (exitCode) {
    case 0:
      return [
        `${count('held')} held`,
        ...advised,
        ...some(count('waived'), 'waived'),
        ...some(count('left-out'), 'left out'),
      ].join(', ')
    case 1: {
      const waivers = runs.flatMap((run) => run.waivers ?? [])
      const stale = waivers.filter(({ state }) => state === 'stale').length
      const words = [
        ...some(count('violated'), 'violated'),
        ...(runs.some(({ strict }) => strict) ? advised : []),
        ...some(stale, `stale ${stale === 1 ? 'waiver' : 'waivers'}`),
      ]
      return words.length === 0 ? 'violated' : words.join(', ')
    }
    case 3:
      return runs.some(({ trouble }) => trouble.length > 0) || count('not-shown') === 0
        ? 'incomplete'
        : `${count('not-shown')} not shown`
  }
}
