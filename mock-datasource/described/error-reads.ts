import type { Code, Errors } from '../../contracts/data-source/errors.ts'
import type { SeenResponse } from '../../contracts/data-source/exchange.ts'
import type { Parts } from './parts.ts'
import { type Template, valueAt } from './template.ts'
import type { Way } from './way.ts'

/** What an answer says of an error; undefined for one that is none. */
type Read = (
  response: SeenResponse,
) => { readonly code: Code; readonly message: unknown } | undefined

/** How errors are known in which a description's API reports what went wrong. */
export function errorReadsOf({ description, errors, errorBody: template }: Parts): {
  readonly error: Read
  readonly errorCode: (response: SeenResponse) => Code | undefined
} {
  const { known_by: knownBy } = description.errors
  if (knownBy === 'status') {
    const errorCode = ({ status }: SeenResponse) => codeOfStatus(status, errors)
    return {
      errorCode,
      error(response) {
        const code = errorCode(response)
        return code === undefined ? undefined : { code, message: messageIn(response, template) }
      },
    }
  }
  const error: Read =
    knownBy === 'code'
      ? (response) => byCode(response, template)
      : (response) => byMessage(response, template, errors)
  return { error, errorCode: (response) => error(response)?.code }
}

/** Where the status is all that tells, one below 300 is an error only if the table says so. */
function codeOfStatus(status: number, { table }: Errors): Code | undefined {
  const code = String(status)
  return status >= 400 || code in table ? code : undefined
}

function byCode(response: SeenResponse, template: Template): ReturnType<Read> {
  const way = template.wayTo('code') ?? []
  // Most bodies are no errors, and to parse each one whole would cost more than is gained.
  if (!mayHold(response.body, way, template)) return undefined
  const code = valueAt(template.read(response.body), way)
  if (typeof code !== 'string' && typeof code !== 'number') return undefined
  return { code: String(code), message: messageIn(response, template) }
}

function byMessage(
  response: SeenResponse,
  template: Template,
  { table, unlisted }: Errors,
): ReturnType<Read> {
  const message = messageIn(response, template)
  if (typeof message !== 'string') return undefined
  const listed = Object.entries(table).find(([, row]) => message.startsWith(row.message))
  if (listed) return { code: listed[0], message }
  return response.status >= 400 ? { code: unlisted.usual, message } : undefined
}

function messageIn({ body }: SeenResponse, template: Template): unknown {
  const way = template.wayTo('message')
  return way && mayHold(body, way, template) ? valueAt(template.read(body), way) : undefined
}

function mayHold(body: string, way: Way, { format }: Template): boolean {
  return way.every((step) => typeof step === 'number' || body.includes(format.trace(step)))
}
