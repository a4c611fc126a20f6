import type { Answer } from '../../deployment/answer.ts'
import { visible } from '../../text/visible.ts'
import type { Exchange, Request } from '../exchange.ts'
import type { Evidence } from '../observed.ts'
import { HEADER_FORMS } from './header-forms.ts'

/** In characters, of the body. */
const LONGEST_BODY = 300
const LONGEST_PATH = 200

/** The exchange as a report shows it: masked first, then cut, so that no half of a secret stays. */
export function evidenceOf(exchange: Exchange, mask: (text: string) => string): Evidence {
  const request = cut(mask(requestLine(exchange.request)), LONGEST_PATH)
  if (exchange.answer === undefined) return { request, problem: mask(exchange.problem) }
  const { status, headers } = exchange.answer
  const telling = Object.keys(HEADER_FORMS).flatMap((name): [string, string][] => {
    const value = headers[name.toLowerCase()]
    return value === undefined ? [] : [[name, cut(visible(mask(value)), LONGEST_PATH)]]
  })
  const body = cut(visible(mask(bodyOf(exchange.answer))), LONGEST_BODY)
  return { request, status, headers: Object.fromEntries(telling), body }
}

/** `GET /ping`, and who asked where that matters. */
export function requestLine({ method, path, as }: Request): string {
  return `${method} ${path}${as === undefined ? '' : `, asked by ${as}`}`
}

/** Rows are the user's own data: how many there are is all that a report says of them. */
function bodyOf({ json, text }: Answer): string {
  if (json === undefined) return text
  const isPage =
    typeof json === 'object' && json !== null && 'data' in json && Array.isArray(json.data)
  return JSON.stringify(
    isPage ? { ...json, data: `${(json.data as unknown[]).length} rows` } : json,
  )
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`
}
