import { validateHeaderName, validateHeaderValue } from 'node:http'
import * as z from 'zod'

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
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
    return undefined
  } catch {
    return 'cannot be sent as an HTTP header'
  }
}
