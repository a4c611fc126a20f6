import { FAMILIES, FAMILY_TITLES } from '../../../contracts/clause.ts'
import { familyOf } from '../../checks/index.ts'
import { visible } from '../../text/visible.ts'
import type { FormContext } from '../comparison/form-context.ts'
import { plainBlock } from '../lines/plain-block.ts'
import { casesTried } from '../record/cases.ts'
import { whyIncomplete } from '../record/incomplete.ts'
import type { ReportFile } from '../record/report-file.ts'
import {
  type ClauseOutcome,
  type ClauseReport,
  type RunReport,
  WAIVER_STATES,
} from '../record/run-report.ts'
import { byCause, type Cause } from '../words/by-cause.ts'
import { PLAIN_MARKS } from '../words/marks.ts'
import { notShownSentences } from '../words/not-shown.ts'
import { OUTCOME_WORDS, outcomeCounts } from '../words/outcome-words.ts'
import { nameInRepository } from '../words/place-words.ts'
import { judgedWords, notApplicableWords } from '../words/reasons-words.ts'
import { dataSourceWords, declaredWords } from '../words/run-words.ts'
import { titleOf } from '../words/title-words.ts'
import { triedWords } from '../words/tried-words.ts'
import { markOf, verdictWords } from '../words/verdict-words.ts'
import { WAIVER_STATE_WORDS, waiverSentence } from '../words/waiver-words.ts'
import { codeBlock, htmlCode, inlineCode } from './markdown-text.ts'
import { linesWithin, type Part, partsWithin } from './within-bytes.ts'

/** GitHub takes 65,536 characters in a comment; with some room for what others put around it. */
const MOST_BYTES = 58_000
/** Of one violation, or of a run's trouble. */
const MOST_OF_ONE = 12_000
/** Rows of the table, each of some hundred bytes. */
const MOST_RUNS = 50

/**
 * A report as GitHub-flavoured markdown, for a pull request or the summary of a job: under 60,000 bytes, whatever
 * it holds. Texts of the connector stand in code alone.
 */
export function markdownReport(report: ReportFile, { whole }: FormContext = {}): string {
  const { texts, left } = partsWithin(
    [
      { text: () => [...heading(report), '', ...table(report.runs)].join('\n'), counted: 0 },
      ...report.runs.flatMap((run) => partsOf(run, report.runs.length > 1)),
    ],
    MOST_BYTES,
  )
  const where =
    whole === undefined
      ? '`--report json=FILE` writes the whole'
      : `the whole is ${inlineCode(whole)}`
  const words = left === 1 ? '1 more violation is' : `${left} more violations are`
  const cut = left === 0 ? [] : [`**${words} left out here: ${where}.**`]
  return `${[...texts, ...cut].join('\n\n')}\n`
}

function heading(report: ReportFile): readonly string[] {
  const incomplete = whyIncomplete(report)
  return [
    `## ${markOf(report)} connector-contract`,
    ...(incomplete === undefined ? [] : ['', `**Incomplete:** ${incomplete}.`]),
  ]
}

function table(runs: readonly RunReport[]): readonly string[] {
  const rows = runs.slice(0, MOST_RUNS).map((run) => {
    const cases = casesTried(run.clauses)
    const time = `${(run.timings.milliseconds / 1_000).toFixed(1)} s`
    const cells = [
      inlineCode(nameInRepository(run)),
      verdictWords(run),
      outcomeCounts(run.clauses),
      cases,
      time,
    ]
    return `| ${cells.join(' | ')} |`
  })
  const more = runs.length - rows.length
  return [
    '| target | verdict | clauses | cases | time |',
    '|---|---|---|---|---|',
    ...rows,
    ...(more > 0 ? [`| … ${more} more | | | | |`] : []),
  ]
}

function partsOf(run: RunReport, isNamed: boolean): readonly Part[] {
  const title = isNamed
    ? [{ text: () => `### ${inlineCode(nameInRepository(run))}`, counted: 0 }]
    : []
  return [
    ...title,
    ...byCause(run.violations).map((cause) => ({
      text: () => details(cause),
      counted: 1 + cause.others.length,
    })),
    { text: () => [...families(run), '', talkedTo(run)].join('\n'), counted: 0 },
    ...(run.waivers === undefined ? [] : [{ text: () => waiverLines(run), counted: 0 }]),
    ...(notShownSentences(run).length === 0 ? [] : [{ text: () => notShown(run), counted: 0 }]),
    ...(reasonLines(run).length === 0 ? [] : [{ text: () => reasons(run), counted: 0 }]),
    ...(run.timings.notes === undefined ? [] : [{ text: () => notes(run), counted: 0 }]),
    ...(run.trouble.length === 0 ? [] : [{ text: () => trouble(run), counted: 0 }]),
  ]
}

/** The words are the data source's and the author's own, so that they stand in code. */
function talkedTo(run: RunReport): string {
  const declared = declaredWords(run)
  return [
    `Data source ${inlineCode(dataSourceWords(run))}`,
    ...(declared === undefined ? [] : [`declared ${inlineCode(declared)}`]),
  ].join(', ')
}

function families({ clauses }: RunReport): readonly string[] {
  const rows = FAMILIES.flatMap((family) => {
    const own = clauses.filter(({ clause }) => familyOf(clause) === family)
    const marks = own.map(
      (report) => `${report.clause} ${PLAIN_MARKS[report.outcome]}${tried(report)}`,
    )
    return own.length === 0 ? [] : [`| ${FAMILY_TITLES[family]} | ${marks.join(' &nbsp;')} |`]
  })
  const shown = new Set(clauses.map(({ outcome }) => outcome))
  const legend = (Object.keys(PLAIN_MARKS) as ClauseOutcome[])
    .filter((outcome) => shown.has(outcome))
    .map((outcome) => `${PLAIN_MARKS[outcome]} ${OUTCOME_WORDS[outcome]}`)
  return ['| family | clauses |', '|---|---|', ...rows, '', legend.join(' &nbsp; ')]
}

function notShown(run: RunReport): string {
  return `Not shown to hold:\n\n${codeBlock(linesWithin(notShownSentences(run), MOST_OF_ONE))}`
}

function reasonLines({ clauses }: RunReport): readonly string[] {
  const judged = judgedWords(clauses)
  const lines = notApplicableWords(clauses).map((line) => `Not applicable: ${line}`)
  return judged === undefined ? lines : [...lines, judged]
}

/** The reasons may be an author's own words. */
function reasons(run: RunReport): string {
  return codeBlock(linesWithin(reasonLines(run), MOST_OF_ONE))
}

function notes({ timings: { notes = [] } }: RunReport): string {
  return `Notes:\n\n${codeBlock(linesWithin(notes.map(visible), MOST_OF_ONE))}`
}

function trouble(run: RunReport): string {
  const lines = run.trouble.map(visible)
  return `The run is incomplete, so that it has no verdict:\n\n${codeBlock(linesWithin(lines, MOST_OF_ONE))}`
}

/** What became of the waivers: those that fail the run first. Their texts are the user's own. */
function waiverLines({ waivers = [] }: RunReport): string {
  const ranked = WAIVER_STATES.flatMap((state) => waivers.filter((each) => each.state === state))
  const shown = ranked.map(
    (waiver) => `${WAIVER_STATE_WORDS[waiver.state]}: ${waiverSentence(waiver)}`,
  )
  return `Waivers:\n\n${codeBlock(linesWithin(shown, MOST_OF_ONE))}`
}

function details({ lead, others }: Cause): string {
  // What the block begins with stands in the summary.
  const block = plainBlock(lead, others)
  const lines = block.slice(block.findIndex((line) => /^ {4}\S/.test(line)))
  const waived = lead.waiver === undefined ? '' : ` waived until ${lead.waiver.expires}`
  return [
    `<details><summary><b>${lead.clause}</b> ${lead.level} ${htmlCode(titleOf(lead))}${waived}</summary>`,
    '',
    codeBlock(linesWithin(lines, MOST_OF_ONE)),
    '',
    '</details>',
  ].join('\n')
}

function tried(report: ClauseReport): string {
  const words = triedWords(report)
  return words === undefined ? '' : ` ${words}`
}
