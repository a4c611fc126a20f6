/** A response as a value, so that faults can replace or alter it before it is sent. */
export interface Reply {
  readonly status: number
  /** By lower-case name. Content-Length and X-Request-Id are added when it is sent. */
  readonly headers: Readonly<Record<string, string>>
  /** In pieces, so that a large one that is kept anyway is sent without being copied. */
  readonly body: readonly Buffer[]
  /** For the journal: why the request is none that the API expects. */
  readonly unexpected?: string
}

export const JSON_TYPE = 'application/json; charset=utf-8'

export function jsonReply(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status,
    headers: { 'content-type': JSON_TYPE, ...headers },
    body: [Buffer.from(JSON.stringify(value))],
  }
}

/** The length of a body in bytes. */
export function lengthOf(body: Reply['body']): number {
  let length = 0
  for (const piece of body) length += piece.length
  return length
}
