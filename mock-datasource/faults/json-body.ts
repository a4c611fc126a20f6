import type { Reply } from '../http/reply.ts'

/** A reply's body as JSON; `undefined` if it is none. */
export function bodyOf(reply: Reply): unknown {
  try {
    return JSON.parse(Buffer.concat(reply.body).toString())
  } catch {
    return undefined
  }
}
