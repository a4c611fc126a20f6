import type { JournalEntry } from '../../mock-datasource/index.ts'
import { shorten } from '../kit/printable.ts'
import type { TranscriptCall } from '../kit/transcript.ts'
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
      ? exchanges.flatMap(exchangeLines)
      : [
          ...exchanges.slice(0, half).flatMap(exchangeLines),
          `${INDENT}… ${left} more`,
          ...exchanges.slice(-half).flatMap(exchangeLines),
        ]
  return [
    `    ${label}    ${call.method}(${shorten(call.arguments.join(', '), LONGEST_BODY)})`,
    ...shown,
    `${' '.repeat(14)}= ${shorten(call.answer, LONGEST_BODY)}`,
  ]
}

const INDENT = ' '.repeat(16)

function exchangeLines({ request, response, fault }: JournalEntry): readonly string[] {
  const sent =
    request.body === undefined || request.body === ''
      ? ''
      : `  ${shorten(request.body, LONGEST_BODY)}`
  const answer =
    response === undefined
      ? 'no response'
      : `${response.status}  ${shorten(response.body ?? '', LONGEST_BODY)}`
  const note = fault === undefined ? '' : '  (injected fault)'
  return [
    style('dim', `${INDENT}→ ${request.method} ${request.path}${sent}`),
    style('dim', `${INDENT}← ${answer}${note}`),
  ]
}
