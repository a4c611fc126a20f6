import { brief } from './brief-json.ts'
import { byCause } from './by-cause.ts'
import { whyIncomplete } from './incomplete.ts'
import type { ReportFile } from './report-file.ts'
import { isFailing, type ReportedViolation, type RunReport } from './run-report.ts'

/** GitHub shows ten errors and ten warnings of a step, and passes over the others in silence. */
const MOST = 9
const LONGEST = 400

interface Annotation {
  readonly level: 'error' | 'warning'
  readonly title: string
  readonly file?: string
  readonly text: string
}

/** A report as workflow commands of GitHub Actions, a line each: what is broken, by its cause, and any trouble. */
export function annotations(report: ReportFile): string {
  const incomplete = whyIncomplete(report)
  const all = [
    ...(incomplete === undefined ? [] : [troubleOf(incomplete)]),
    ...report.runs.flatMap(({ trouble }) => trouble.map(troubleOf)),
    ...report.runs.flatMap(violationsOf),
  ]
  return (['error', 'warning'] as const)
    .flatMap((level) => shown(all.filter((each) => each.level === level)))
    .map((annotation) => `${commandOf(annotation)}\n`)
    .join('')
}

function shown(all: readonly Annotation[]): readonly Annotation[] {
  const [first] = all
  const left = all.length - MOST
  if (first === undefined || left <= 0) return all
  const text = `${left} more are in the report`
  return [...all.slice(0, MOST), { level: first.level, title: 'connector-contract', text }]
}

function troubleOf(text: string): Annotation {
  return { level: 'error', title: 'connector-contract: the run is incomplete', text }
}

function violationsOf(run: RunReport): readonly Annotation[] {
  return byCause(run.violations).map(({ lead, others }) => {
    const also = others.map(({ check }) => check).filter((check) => check !== lead.clause)
    const more = also.length === 0 ? [] : [`Also breaks ${also.join(', ')}.`]
    return {
      level: isFailing(lead, run.strict) ? 'error' : 'warning',
      title: `${lead.clause} ${lead.level}: ${run.target}`,
      ...(run.location === '.' ? {} : { file: run.location }),
      text: [`${lead.claim}.`, wordsOf(lead), ...more, lead.replay ?? lead.again].join('\n'),
    }
  })
}

function wordsOf({ expected, actual }: ReportedViolation): string {
  return `Expected ${brief(expected, LONGEST)}, got ${brief(actual, LONGEST)}.`
}

function commandOf({ level, title, file, text }: Annotation): string {
  const properties = [...(file === undefined ? [] : [['file', file]]), ['title', title]]
  const listed = properties.map(([name, value]) => `${name}=${inProperty(value ?? '')}`)
  return `::${level} ${listed.join(',')}::${inData(text)}`
}

/** A line end would begin another command. */
function inData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function inProperty(text: string): string {
  return inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
