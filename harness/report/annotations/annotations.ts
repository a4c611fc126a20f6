import { scopeWords } from '../../../contracts/waiver.ts'
import { brief } from '../brief/brief-json.ts'
import { writtenBy } from '../lines/written-lines.ts'
import { whyIncomplete } from '../record/incomplete.ts'
import type { ReportFile } from '../record/report-file.ts'
import {
  isFailing,
  type ReportedViolation,
  type RunReport,
  type WaiverState,
} from '../record/run-report.ts'
import { byCause } from '../words/by-cause.ts'
import { failedBehind } from '../words/failed-words.ts'
import { notShownSentences } from '../words/not-shown.ts'
import { fileOf, nameInRepository } from '../words/place-words.ts'
import { titleOf } from '../words/title-words.ts'
import { waivedWords, waiverSentence, waiversThatAre } from '../words/waiver-words.ts'

/** GitHub shows ten errors, ten warnings and ten notices of a step, and passes over the others in silence. */
const MOST = 9
const LONGEST = 400
const MOST_WRITTEN = 4

const LEVELS = ['error', 'warning', 'notice'] as const

interface Annotation {
  readonly level: (typeof LEVELS)[number]
  readonly title: string
  readonly file?: string
  readonly text: string
}

/**
 * A report as workflow commands of GitHub Actions, a line each: any trouble, what became of waivers, and what is
 * broken, by its cause.
 */
export function annotations(report: ReportFile): string {
  const incomplete = whyIncomplete(report)
  const all = [
    ...(incomplete === undefined ? [] : [troubleOf(incomplete)]),
    ...report.runs.flatMap(({ trouble }) => trouble.map(troubleOf)),
    ...report.runs.flatMap(notShownIn),
    ...report.runs.flatMap(waiversOf),
    ...report.runs.flatMap(violationsOf),
  ]
  return LEVELS.flatMap((level) => shown(all.filter((each) => each.level === level)))
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

function notShownIn(run: RunReport): readonly Annotation[] {
  return notShownSentences(run).map((line) => ({
    level: 'error',
    title: `connector-contract: not shown: ${nameInRepository(run)}`,
    text: `${line}.`,
  }))
}

function violationsOf(run: RunReport): readonly Annotation[] {
  const file = fileOf(run)
  return byCause(run.violations).map(({ lead, others }) => {
    const also = others.map(({ check }) => check).filter((check) => check !== lead.clause)
    const more = also.length === 0 ? [] : [`Also breaks ${also.join(', ')}.`]
    return {
      level: levelOf(lead, run.strict),
      title: `${lead.clause} ${lead.level}: ${nameInRepository(run)}`,
      ...(file === undefined ? {} : { file }),
      text: [
        `${titleOf(lead)}.`,
        `Claim: ${lead.claim}.`,
        wordsOf(lead),
        ...lead.explanation.map((words) => `Because ${words}.`),
        ...more,
        ...(writtenBy(lead.transcript.at(-1))?.lines.slice(-MOST_WRITTEN) ?? []),
        ...(lead.waiver === undefined ? [] : [`It is ${waivedWords(lead.waiver)}.`]),
        // What is kept of a failure is on another machine.
        lead.again,
      ].join('\n'),
    }
  })
}

function levelOf(violation: ReportedViolation, strict: boolean): Annotation['level'] {
  if (violation.waiver !== undefined) return 'notice'
  return isFailing(violation, strict) ? 'error' : 'warning'
}

/** Those that the configuration's author has to do something about. */
function waiversOf(run: RunReport): readonly Annotation[] {
  const annotated = (state: WaiverState, level: Annotation['level']) =>
    waiversThatAre(run, state).map((waiver) => ({
      level,
      title: `waiver of ${scopeWords(waiver)}: ${nameInRepository(run)}`,
      text: `${waiverSentence(waiver)}.`,
    }))
  return [...annotated('stale', 'error'), ...annotated('expired', 'warning')]
}

function wordsOf({ expected, actual, failed }: ReportedViolation): string {
  return `Expected ${brief(expected, LONGEST)}, got ${brief(actual, LONGEST)}${failedBehind(failed)}.`
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
