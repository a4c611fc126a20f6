import { FAMILIES, FAMILY_TITLES, type Family } from '../../../contracts/clause.ts'
import { familyOf } from '../../checks/index.ts'
import { columns } from '../../text/columns.ts'
import { inRows } from '../../text/in-rows.ts'
import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'
import { widthOf } from '../../text/width-of.ts'
import { wrapValue } from '../../text/wrap.ts'
import { effortLines } from '../lines/effort-lines.ts'
import { matrixLines, matrixSummary } from '../lines/matrix-lines.ts'
import { timeLines } from '../lines/time-lines.ts'
import { violationBlock } from '../lines/violation-block.ts'
import { withoutIds } from '../lines/without-ids.ts'
import { casesTried } from '../record/cases.ts'
import {
  type ClauseOutcome,
  type ClauseReport,
  exitCodeOf,
  type RunReport,
  type WaiverState,
} from '../record/run-report.ts'
import { byCause } from '../words/by-cause.ts'
import { MARKS } from '../words/marks.ts'
import { notShownSentences } from '../words/not-shown.ts'
import { OUTCOME_WORDS, outcomeCounts } from '../words/outcome-words.ts'
import { judgedWords, notApplicableWords } from '../words/reasons-words.ts'
import { dataSourceWords, declaredWords } from '../words/run-words.ts'
import { shownRun } from '../words/shown-run.ts'
import { triedWords } from '../words/tried-words.ts'
import { waiverSentence, waiversThatAre } from '../words/waiver-words.ts'

/** Clauses on one line, so that it is no wider than the rest. */
const MOST_MARKS = 8
/** The same where some say how much of them was tried. */
const MOST_WITH_NUMBERS = 4

/** What a terminal report shows beyond the usual. */
export interface TerminalOptions {
  /** The fault matrix, cell by cell. */
  readonly matrix?: boolean
  /** Where the time of calls went. */
  readonly timings?: boolean
  /** It is read on another machine, where failures that were kept on this one are not. */
  readonly isReadElsewhere?: boolean
}

/** A run's record as people read it in a terminal; plain where nobody looks. */
export function terminalReport(
  written: RunReport,
  { matrix = false, timings = false, isReadElsewhere = false }: TerminalOptions = {},
): string {
  const report = shownRun(written)
  const blocks = [
    heading(report),
    ...byCause(report.violations).map(({ lead, others }) =>
      violationBlock(isReadElsewhere ? withoutIds(lead) : lead, others),
    ),
    overview(report),
    ...reasons(report),
    ...(matrix && report.matrix.length > 0 ? [matrixLines(report.matrix)] : []),
    ...waiverBlock(report),
    ...notShown(report),
    ...(timings ? [timeLines(report)].filter((lines) => lines.length > 0) : []),
    ...(report.trouble.length === 0 ? [] : [trouble(report)]),
    closing(report),
  ]
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n\n`
}

const CALLED = {
  module: 'own process',
  command: 'one process a call',
  'stix-shifter': 'a new StixTransmission a call',
  'proxy-host': 'one request a call',
  'python-object': 'an object of pytest',
} as const satisfies Record<RunReport['driver'], string>

function heading(report: RunReport): readonly string[] {
  const target = visible(report.target)
  const scheme = report.scheme === 'https' ? 'HTTPS' : 'HTTP'
  const how = `${report.driver} (${CALLED[report.driver]}), ${report.mode}, over ${scheme}`
  const declared = declaredWords(report)
  const facts = [
    ...effortLines(report),
    `data source ${dataSourceWords(report)}`,
    ...(declared === undefined ? [] : [`declared ${wrapValue(declared, 9)}`]),
    ...(report.limits ?? []),
    ...(report.timings.notes ?? []).map((note) => wrapValue(visible(`note: ${note}`), 6)),
  ]
  const isShort = widthOf(target) + 2 + how.length <= columns()
  return [
    `${style('bold', target)}${isShort ? `  ${how}` : ''}`,
    ...(isShort ? [] : [how]),
    ...facts.map((line) => style('dim', line.includes('\n') ? line : wrapValue(line, 2))),
  ]
}

/** Without the families that the user left out: where one clause is wanted, the others are noise. */
function overview({ clauses }: RunReport): readonly string[] {
  const width = Math.max(...Object.values(FAMILY_TITLES).map((title) => title.length))
  const families = FAMILIES.filter((family) =>
    clauses.some(({ clause, outcome }) => familyOf(clause) === family && outcome !== 'left-out'),
  )
  const shown = new Set(
    clauses.flatMap(({ clause, outcome }) =>
      families.includes(familyOf(clause)) ? [outcome] : [],
    ),
  )
  const legend = (Object.keys(MARKS) as ClauseOutcome[])
    .filter((outcome) => shown.has(outcome))
    .map((outcome) => `${MARKS[outcome]} ${OUTCOME_WORDS[outcome]}`)
  return [
    ...families.map((family) => familyLine(family, clauses, width)),
    '',
    ...inRows(legend, columns() - width - 4, { gap: '   ' }).map(
      (row) => ' '.repeat(width + 4) + row,
    ),
  ]
}

function familyLine(family: Family, clauses: readonly ClauseReport[], width: number): string {
  const own = clauses.filter(({ clause }) => familyOf(clause) === family)
  const tried = own.map(triedWords)
  const marks = own.map(({ clause, outcome }, place) =>
    [clause, MARKS[outcome], ...(tried[place] === undefined ? [] : [tried[place]])].join(' '),
  )
  const most = tried.some((words) => words !== undefined) ? MOST_WITH_NUMBERS : MOST_MARKS
  const lines = inRows(marks, columns() - width - 4, { most })
  return `  ${FAMILY_TITLES[family].padEnd(width)}  ${lines.join(`\n${' '.repeat(width + 4)}`)}`
}

/** What became of waivers, but for those that stand beside what they cover and those of what was left out. */
function waiverBlock(report: RunReport): readonly (readonly string[])[] {
  const { waivers = [], clauses } = report
  const isLeftOut = (id: string) =>
    clauses.some(({ clause, outcome }) => clause === id && outcome === 'left-out')
  const shown = waivers.filter(
    ({ state, clause }) => state !== 'used' && !(state === 'untried' && isLeftOut(clause)),
  )
  if (shown.length === 0) return []
  const lines = shown.map(
    (waiver) => `${WAIVER_MARKS[waiver.state]} ${wrapValue(waiverSentence(waiver), 2)}`,
  )
  return [lines]
}

const WAIVER_MARKS = {
  used: MARKS.waived,
  stale: MARKS.violated,
  expired: MARKS.advised,
  untried: MARKS['left-out'],
} as const satisfies Record<WaiverState, string>

function notShown(report: RunReport): readonly (readonly string[])[] {
  const lines = notShownSentences(report).map(
    (line) => `${MARKS['not-shown']} ${wrapValue(line, 2)}`,
  )
  return lines.length === 0 ? [] : [lines]
}

/** Why clauses were not judged, and what others were judged by beside their cases. */
function reasons({ clauses }: RunReport): readonly (readonly string[])[] {
  const judged = judgedWords(clauses)
  const lines = [
    ...notApplicableWords(clauses).map(
      (line) => `${MARKS['not-applicable']} ${wrapValue(line, 2)}`,
    ),
    ...(judged === undefined ? [] : [style('dim', wrapValue(judged, 2))]),
  ]
  return lines.length === 0 ? [] : [lines]
}

function trouble(report: RunReport): readonly string[] {
  return [
    style(['yellow', 'bold'], 'The run is incomplete, so that it has no verdict:'),
    ...report.trouble.map((line) => `    ${wrapValue(visible(line), 4)}`),
  ]
}

function closing(report: RunReport): readonly string[] {
  const { clauses, timings } = report
  const cases = casesTried(clauses)
  return [
    ...verdict(report),
    wrapValue(
      `${clauses.length} clauses: ${outcomeCounts(clauses)}.  ${cases} cases in ${(timings.milliseconds / 1_000).toFixed(1)} s.`,
      0,
    ),
    ...(report.matrix.length === 0 ? [] : [`${matrixSummary(report.matrix)}.`]),
  ]
}

/** Why the run fails or says nothing, where it is complete. */
function verdict(report: RunReport): readonly string[] {
  const exitCode = exitCodeOf(report)
  if (exitCode === 3 && report.trouble.length === 0) {
    return [
      style('yellow', 'Nothing is broken, and not all is shown to hold: there is no verdict.'),
    ]
  }
  if (exitCode !== 1) return []
  const has = (outcome: ClauseOutcome) => report.clauses.some((each) => each.outcome === outcome)
  const words = has('violated')
    ? ['The connector breaks the contract.']
    : report.strict && has('advised')
      ? ['The connector does not do what it SHOULD, which --strict asks for.']
      : []
  const stale = waiversThatAre(report, 'stale').length > 0
  return [...words, ...(stale ? ['A waiver is stale: what matches nothing must go.'] : [])].map(
    (line) => style('red', line),
  )
}
