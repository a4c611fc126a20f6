import * as z from 'zod'
import { validateHeaderName, validateHeaderValue } from '../http/node-http.ts'

/** Those that say where a body ends are the server's: a wrong one would break the connection apart. */
const OF_THE_SERVER = ['content-length', 'transfer-encoding', 'connection']

/** Headers for a response, given by lower-case name whatever case they came in. */
export const HttpHeaders = z
  .record(z.string(), z.string())
  .superRefine((headers, context) => {
    for (const [name, value] of Object.entries(headers)) {
      const problem = problemOf(name, value)
      if (problem) context.addIssue({ code: 'custom', path: [name], message: problem })
    }
  })
  .transform((headers) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  )

function problemOf(name: string, value: string): string | undefined {
  if (OF_THE_SERVER.includes(name.toLowerCase())) return 'is set by the server itself'
  return isSendable(name, value) ? undefined : 'cannot be sent as an HTTP header'
}

function isSendable(name: string, value: string): boolean {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
    return true
  } catch {
    return false
  }
}

/** Whether a header can have this value. */
export function isHeaderValue(value: string): boolean {
  return isSendable('x', value)
}
