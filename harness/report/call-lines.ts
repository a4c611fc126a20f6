import type { JournalEntry } from '../../mock-datasource/index.ts'
import { shorten } from '../kit/printable.ts'
import type { TranscriptCall } from '../kit/transcript.ts'
import { visible } from '../kit/visible.ts'
import { style } from './style.ts'

const LONGEST_BODY = 300
/** Most exchanges of one call that are shown, half from its beginning and half from its end. */
const MOST_EXCHANGES = 8

/** One call of a transcript with the HTTP exchanges that it caused, as lines of a terminal report. */
export function callLines(call: TranscriptCall, index: number): readonly string[] {
  const label = index === 0 ? 'Calls ' : '      '
  const half = MOST_EXCHANGES / 2
  const { exchanges } = call
  const left = exchanges.length - MOST_EXCHANGES
  const shown =
    left <= 0
      ? exchanges.flatMap((exchange) => exchangeLines(exchange))
      : [
          ...exchanges.slice(0, half).flatMap((exchange) => exchangeLines(exchange)),
          `${INDENT}… ${left} more`,
          ...exchanges.slice(-half).flatMap((exchange) => exchangeLines(exchange)),
        ]
  return [
    `    ${label}    ${call.method}(${short(call.arguments.join(', '))})`,
    ...shown,
    `${' '.repeat(14)}= ${short(call.answer)}`,
  ]
}

const INDENT = ' '.repeat(16)

/** One request and what was answered, a line each. */
export function exchangeLines(
  { request, response, fault }: JournalEntry,
  indent: string = INDENT,
): readonly string[] {
  const sent = request.body === undefined || request.body === '' ? '' : `  ${short(request.body)}`
  const answer =
    response === undefined ? 'no response' : `${response.status}  ${short(response.body)}`
  const note = fault === undefined ? '' : '  (injected fault)'
  return [
    style('dim', `${indent}→ ${request.method} ${visible(request.path)}${sent}`),
    style('dim', `${indent}← ${answer}${note}`),
  ]
}

function short(text: string): string {
  return shorten(visible(text), LONGEST_BODY)
}
