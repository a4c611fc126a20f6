import type { JournalEntry } from '../../../mock-datasource/index.ts'
import type { Answer } from '../answer.ts'
import { printable } from '../printable.ts'
import { textsIn } from '../texts-in.ts'
import { EXCEPTION_TEXTS } from './exception-texts.ts'
import { defineInvariant } from './invariant.ts'

/** Longer texts are no message; a pattern that is tried on megabytes takes its time. */
const LONGEST = 4_000

/**
 * ENV-6. A failure that says what a mistake in a program says is a crash that something else caught. What the data
 * source said (ENV-4) or the caller passed in may well be repeated.
 */
export default defineInvariant({
  clause: 'ENV-6',
  claim: "`error` is no exception text of the connector's own language",
  concerns: ({ answer: { reading } }) =>
    reading.kind === 'failure' && typeof reading.envelope['error'] === 'string',
  judge({ answer }) {
    const error = errorIn(answer)
    for (const [language, patterns] of Object.entries(EXCEPTION_TEXTS)) {
      const found = patterns.map((pattern) => pattern.exec(error)?.[0])
      const said = found.find((text) => text !== undefined && !isRepeated(text, answer))
      if (said === undefined) continue
      return {
        expected: 'an error in words of the connector, or of the data source',
        actual: `${printable(error, 300)}, which ${language} says of a mistake in a program`,
      }
    }
    return undefined
  },
})

function errorIn({ reading }: Answer): string {
  const error = reading.kind === 'failure' ? reading.envelope['error'] : undefined
  return typeof error === 'string' ? error.slice(0, LONGEST) : ''
}

/** Whether the data source or the caller said it first. Of a body that was kept in part nobody knows. */
function isRepeated(text: string, { exchanges, arguments: args }: Answer): boolean {
  return textsIn(args).includes(text) || exchanges.some((exchange) => isSaidIn(exchange, text))
}

function isSaidIn({ response }: JournalEntry, text: string): boolean {
  if (response === undefined) return false
  const { body, truncated } = response
  return truncated === true || body.includes(text) || readable(body).includes(text)
}

/** The body with the escapes of JSON undone, as a message in it reads. */
function readable(body: string): string {
  try {
    return textsIn(JSON.parse(body))
  } catch {
    return body.replaceAll(/\\(["'\\/])/g, '$1')
  }
}
