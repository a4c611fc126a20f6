import { columns } from '../../text/columns.ts'
import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'
import { piecesOf } from '../../text/width-of.ts'
import { wrap, wrapValue } from '../../text/wrap.ts'
import { wrapCommand } from '../../text/wrap-command.ts'
import { brief } from '../brief/brief-json.ts'
import { describeCase } from '../brief/describe-case.ts'
import type { ReportedViolation } from '../record/run-report.ts'
import { extentWords } from '../words/extent-words.ts'
import { failedWords } from '../words/failed-words.ts'
import { MARKS } from '../words/marks.ts'
import { searchNames } from '../words/search-names.ts'
import { titleOf } from '../words/title-words.ts'
import { waivedWords } from '../words/waiver-words.ts'
import { callLines } from './call-lines.ts'
import { stateLines } from './state-lines.ts'
import { writtenLines } from './written-lines.ts'

const INDENT = 14
/** Of a text that was expected or found; the record keeps it whole. */
const LONGEST = 320

/**
 * One violation, a line each: the case, the data source's state and the calls with their exchanges, what is
 * known of it, and the commands that bring it back.
 *
 * @param others what is broken by the same cause, as far as can be seen
 */
export function violationBlock(
  violation: ReportedViolation,
  others: readonly ReportedViolation[] = [],
): readonly string[] {
  const { level, clause, claim, counterexample, expected, actual, snapshot, waiver } = violation
  const { mark, colour } = looksOf(violation)
  const names = searchNames(violation)
  const behind = `✗ ${clause}  ${level}  `.length
  const value = (label: string, text: string) =>
    `    ${label.padEnd(INDENT - 4)}${wrapValue(breakable(text), INDENT)}`
  // Named by its clause alone, which the first line has named.
  const also = others.filter(({ check }) => check !== clause)
  const failed = failedWords(violation.failed)
  const extent = violation.extent && extentWords(violation.extent)
  return [
    `${mark} ${style([colour, 'bold'], clause)}  ${level}  ${wrapValue(breakable(names.rename(titleOf(violation))), behind)}`,
    ...(waiver === undefined ? [] : [value('Waived', withoutTheWord(waivedWords(waiver)))]),
    value('Claim', visible(claim)),
    value('Case', describeCase(counterexample)),
    value('Expected', names.rename(brief(expected, LONGEST))),
    value('Actual', names.rename(brief(actual, LONGEST))),
    ...violation.explanation.map((words, index) =>
      index === 0
        ? value('Because', names.rename(visible(words)))
        : wrap(`and ${names.rename(visible(words))}`, INDENT),
    ),
    ...(failed === undefined ? [] : [value('Chance', failed)]),
    ...(extent === undefined ? [] : [value('Extent', extent)]),
    ...(also.length === 0 ? [] : [value('Also', `breaks ${also.map(nameOf).join(', ')}`)]),
    ...stateLines(snapshot, names),
    ...violation.transcript.flatMap((call, index) => callLines(call, index, names)),
    ...writtenLines(violation.transcript.at(-1), INDENT),
    ...commandLines(violation),
  ]
}

function looksOf({ level, waiver }: ReportedViolation) {
  if (waiver !== undefined) return { mark: MARKS.waived, colour: 'yellow' } as const
  if (level === 'MUST') return { mark: MARKS.violated, colour: 'red' } as const
  return { mark: MARKS.advised, colour: 'yellow' } as const
}

/** The label says it. */
function withoutTheWord(words: string): string {
  return words.replace(/^waived /, '')
}

function nameOf({ check, level }: ReportedViolation): string {
  return level === 'MUST' ? check : `${check} (${level})`
}

function commandLines({ again, replay, reproduce }: ReportedViolation): readonly string[] {
  const wrapped = wrapCommand(again, INDENT)
  if (replay === undefined) return [`    Again     ${wrapped}`]
  return [`    Again     ${replay}`, `    Debug     ${reproduce}`, `    Verify    ${wrapped}`]
}

/** JSON has no spaces at which a line could be broken. */
function breakable(text: string): string {
  const most = columns() - INDENT
  return text
    .split(' ')
    .map((word) => piecesOf(word, most).join(' '))
    .join(' ')
}
