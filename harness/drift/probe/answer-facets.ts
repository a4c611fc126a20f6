import type * as z from 'zod'
import type { Exchange } from '../exchange.ts'
import { deviations } from './deviations.ts'
import type { Expected } from './expected.ts'
import { HEADER_FORMS } from './header-forms.ts'

export const HTTP_STATUS = 'HTTP status'
export const CODE = 'code'
/** Everything that a probe looks at, where nothing of it could be seen. */
export const ALL = 'all'

type Json = z.core.util.JSONType

/** What is compared of every answer, by facet: status, code, body, message and the headers that matter. */
export function answerFacets(exchange: Exchange, { body, says }: Expected): Record<string, Json> {
  const { answer } = exchange
  if (answer === undefined) return { [HTTP_STATUS]: 'no answer' }
  const { status, headers, json } = answer
  const forms = Object.entries(HEADER_FORMS).map(([name, form]): [string, Json] => {
    const value = headers[name.toLowerCase()]
    return [name, value === undefined ? null : form(value)]
  })
  return {
    [HTTP_STATUS]: status,
    [CODE]: memberOf(json, 'code'),
    body: deviations(answer, body),
    ...(says === undefined ? {} : { [`message holds "${says}"`]: holds(json, says) }),
    ...Object.fromEntries(forms),
  }
}

function holds(json: unknown, says: string): boolean {
  const message = memberOf(json, 'message')
  return typeof message === 'string' && message.toLowerCase().includes(says.toLowerCase())
}

function memberOf(json: unknown, name: string): Json {
  if (typeof json !== 'object' || json === null) return null
  return (Object.hasOwn(json, name) ? Reflect.get(json, name) : null) as Json
}
