import type { JournalEntry } from '../../../mock-datasource/index.ts'
import type { TranscriptCall } from '../../engine/session/transcript.ts'
import { shorten } from '../../kit/printable.ts'
import { columns as columnsNow } from '../../text/columns.ts'
import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'
import { piecesOf, widthOf } from '../../text/width-of.ts'
import { wrap } from '../../text/wrap.ts'
import { brief } from '../brief/brief-json.ts'
import { NO_NAMES, type SearchNames } from '../words/search-names.ts'
import { tellingHeaders } from '../words/telling-headers.ts'

const INDENT = ' '.repeat(16)
/** Most exchanges of one call that are shown, repetitions aside: half from its beginning and half from its end. */
const MOST_EXCHANGES = 8
const NOTE = '  (injected fault)'
const SEVERAL = 'the last of several values on standard output, which is the one that counts'
/** Of a body, and how wide they are at least behind what it came with. */
const MOST_LINES = 2
const LEAST_ROOM = 60
/** An answer is what a report is about. */
const MOST_ANSWER_LINES = 3
const LONGEST_PATH = 120
const LONGEST_ARGUMENT = 110

/** One call of a transcript with the HTTP exchanges that it caused, as lines of a terminal report. */
export function callLines(
  call: TranscriptCall,
  index: number,
  names: SearchNames = NO_NAMES,
): readonly string[] {
  const { rename } = names
  const label = index === 0 ? 'Calls ' : '      '
  return [
    ...labelled(`    ${label}    `, broken(calledAs(call, rename), 14)),
    ...(call.change === undefined ? [] : [wrap(visible(call.change), INDENT.length)]),
    ...allExchanges(call.exchanges, names),
    ...answerLines(rename(call.answer)),
    ...(call.several === true ? [`${INDENT}${SEVERAL}`] : []),
  ]
}

/** One and the same exchange, several times in a row. */
interface Run {
  readonly exchange: JournalEntry
  times: number
}

function allExchanges(exchanges: readonly JournalEntry[], names: SearchNames): readonly string[] {
  const runs = runsOf(exchanges)
  const lines = (part: readonly Run[]) => part.flatMap((run) => runLines(run, names))
  if (runs.length <= MOST_EXCHANGES) return lines(runs)
  const half = MOST_EXCHANGES / 2
  const left = runs.slice(half, -half).reduce((sum, { times }) => sum + times, 0)
  return [...lines(runs.slice(0, half)), `${INDENT}… ${left} more`, ...lines(runs.slice(-half))]
}

/** The exchanges of a call, those that repeat the one before them as one. */
export function runsOf(exchanges: readonly JournalEntry[]): readonly Run[] {
  const runs: Run[] = []
  for (const exchange of exchanges) {
    const latest = runs.at(-1)
    if (latest !== undefined && looksLike(latest.exchange, exchange)) latest.times += 1
    else runs.push({ exchange, times: 1 })
  }
  return runs
}

function looksLike(one: JournalEntry, other: JournalEntry): boolean {
  return (
    one.request.method === other.request.method &&
    one.request.path === other.request.path &&
    one.request.body === other.request.body &&
    pageOf(one) === pageOf(other) &&
    one.response?.status === other.response?.status &&
    one.response?.body === other.response?.body &&
    one.fault === other.fault
  )
}

/** What tells two requests of one URL apart. */
function pageOf({ request, response }: JournalEntry): string {
  return [request.headers, response?.headers ?? {}].flatMap(tellingHeaders).join()
}

function runLines({ exchange, times }: Run, names: SearchNames): readonly string[] {
  const again = times === 1 ? [] : [`${INDENT}… ${times - 1} more like that`]
  return [...exchangeLines(exchange, INDENT, names), ...again]
}

function calledAs(
  { method, arguments: args }: TranscriptCall,
  rename: SearchNames['rename'],
): string {
  return `${method}(${args.map((each) => brief(rename(each), LONGEST_ARGUMENT)).join(', ')})`
}

function answerLines(answer: string): readonly string[] {
  return labelled(
    `${' '.repeat(14)}= `,
    broken(brief(answer, MOST_ANSWER_LINES * (columnsNow() - 16)), 16),
  )
}

function labelled(label: string, [first = '', ...others]: readonly string[]): readonly string[] {
  return [`${label}${first.trimStart()}`, ...others]
}

/** One request and what was answered. */
export function exchangeLines(
  { request, response, fault }: JournalEntry,
  indent: string = INDENT,
  { rename }: SearchNames = NO_NAMES,
): readonly string[] {
  const columns = indent.length + '→ '.length
  const telling = (headers: Readonly<Record<string, string>>) =>
    tellingHeaders(headers)
      .map((each) => `  ${rename(each)}`)
      .join('')
  const path = briefPath(rename(request.path))
  const sent = `${request.method} ${path}${telling(request.headers)}`
  const body = rename(request.body ?? '')
  const status =
    response === undefined ? 'no response' : `${response.status}${telling(response.headers)}`
  const note = fault === undefined ? '' : NOTE
  const answer = response === undefined ? '' : rename(response.body)
  return [
    ...withBody(`${indent}→ ${sent}`, body, columns),
    ...withBody(`${indent}← ${status}${note}`, answer, columns),
  ].map((line) => style('dim', line))
}

/** A body behind what it came with where it fits or has room enough, else on lines of its own. */
function withBody(head: string, body: string, columns: number): readonly string[] {
  const heads = headLines(head, columns)
  if (body === '') return heads
  const behind = widthOf(head) + 2
  const room = columnsNow() - behind
  const isBehind = heads.length === 1 && (room >= LEAST_ROOM || visible(body).length <= room)
  const indent = isBehind ? behind : columns
  const lines = broken(brief(body, MOST_LINES * (columnsNow() - indent)), indent)
  return isBehind ? labelled(`${head}  `, lines) : [...heads, ...lines]
}

/** In front of the parameters of a URL, where it is too wide. */
function headLines(head: string, columns: number): readonly string[] {
  if (widthOf(head) <= columnsNow()) return [head]
  const lines: string[] = []
  for (const piece of head.split(/(?=[?&])|(?<= {2})/)) {
    const line = lines.at(-1)
    if (line !== undefined && widthOf(line + piece) <= columnsNow())
      lines[lines.length - 1] += piece
    else lines.push(lines.length === 0 ? piece : ' '.repeat(columns + 2) + piece)
  }
  return lines.map((line) => line.trimEnd())
}

/** Broken behind commas and spaces, and where neither comes in time, anywhere: JSON may have none. */
function broken(text: string, columns: number): readonly string[] {
  const most = columnsNow() - columns
  // The note of what was left out stays together.
  const pieces = text.split(/(?<=[, ])(?!characters\)…)/).flatMap((piece) => piecesOf(piece, most))
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && widthOf(line) + widthOf(piece) > most) {
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
