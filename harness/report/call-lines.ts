import type { JournalEntry } from '../../mock-datasource/index.ts'
import { shorten } from '../kit/printable.ts'
import type { TranscriptCall } from '../kit/transcript.ts'
import { visible } from '../kit/visible.ts'
import { brief } from './brief-json.ts'
import { NO_NAMES, type SearchNames } from './search-names.ts'
import { style } from './style.ts'
import { COLUMNS, wrap } from './wrap.ts'

const INDENT = ' '.repeat(16)
/** Most exchanges of one call that are shown, half from its beginning and half from its end. */
const MOST_EXCHANGES = 8
const NOTE = '  (injected fault)'
/** Of a body, and how wide they are at least behind what it came with. */
const MOST_LINES = 2
const LEAST_ROOM = 40
const LONGEST_PATH = 120

/** One call of a transcript with the HTTP exchanges that it caused, as lines of a terminal report. */
export function callLines(
  call: TranscriptCall,
  index: number,
  names: SearchNames = NO_NAMES,
): readonly string[] {
  const { rename } = names
  const label = index === 0 ? 'Calls ' : '      '
  const half = MOST_EXCHANGES / 2
  const { exchanges } = call
  const left = exchanges.length - MOST_EXCHANGES
  const lines = (part: readonly JournalEntry[]) =>
    part.flatMap((each) => exchangeLines(each, INDENT, names))
  const shown =
    left <= 0
      ? lines(exchanges)
      : [
          ...lines(exchanges.slice(0, half)),
          `${INDENT}… ${left} more`,
          ...lines(exchanges.slice(-half)),
        ]
  return [
    `    ${label}    ${brief(`${call.method}(${rename(call.arguments.join(', '))})`, COLUMNS - 14)}`,
    ...(call.change === undefined ? [] : [wrap(visible(call.change), INDENT.length)]),
    ...shown,
    ...answerLines(rename(call.answer)),
  ]
}

function answerLines(answer: string): readonly string[] {
  const [first = '', ...others] = broken(brief(answer, MOST_LINES * (COLUMNS - 16)), 16)
  return [`${' '.repeat(14)}= ${first.trimStart()}`, ...others]
}

/** One request and what was answered. */
export function exchangeLines(
  { request, response, fault }: JournalEntry,
  indent: string = INDENT,
  { rename }: SearchNames = NO_NAMES,
): readonly string[] {
  const columns = indent.length + '→ '.length
  const sent = `${request.method} ${briefPath(rename(request.path))}`
  const body = rename(request.body ?? '')
  const status = response === undefined ? 'no response' : String(response.status)
  const note = fault === undefined ? '' : NOTE
  const answer = response === undefined ? '' : rename(response.body)
  return [
    ...withBody(`${indent}→ ${sent}`, body, columns),
    ...withBody(`${indent}← ${status}${note}`, answer, columns),
  ].map((line) => style('dim', line))
}

/** A body behind what it came with where that leaves room enough, else on lines of its own. */
function withBody(head: string, body: string, columns: number): readonly string[] {
  if (body === '') return [head]
  const behind = head.length + 2
  const indent = COLUMNS - behind >= LEAST_ROOM ? behind : columns
  const lines = broken(brief(body, MOST_LINES * (COLUMNS - indent)), indent)
  const [first = '', ...others] = lines
  return indent === behind ? [`${head}  ${first.trimStart()}`, ...others] : [head, ...lines]
}

/** Broken behind commas and spaces, and where neither comes in time, anywhere: JSON may have none. */
function broken(text: string, columns: number): readonly string[] {
  const longest = new RegExp(`.{1,${COLUMNS - columns}}`, 'gu')
  const pieces = text.split(/(?<=[, ])/).flatMap((piece) => piece.match(longest) ?? [])
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && columns + line.length + piece.length > COLUMNS) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return [...lines, line].map((each) => `${' '.repeat(columns)}${each.trim()}`)
}

/** A path in which the values of a query string are cut that are too long to be read. */
function briefPath(path: string): string {
  const shown = visible(path).replaceAll(/(?<==)[^&]{25,}/g, (value) => {
    return `${value.slice(0, 12)}…${value.slice(-9)}`
  })
  return shorten(shown, LONGEST_PATH)
}
