import type { AnswerFormName } from '../../contracts/data-source/answer-form.ts'

/** A response as a value, so that faults can replace or alter it before it is sent. */
export interface Reply {
  readonly status: number
  /** Content-Length and X-Request-Id are added when it is sent. */
  readonly headers: ReplyHeaders
  /** In pieces, so that a large one that is kept anyway is sent without being copied. */
  readonly body: readonly Buffer[]
  /** How the body is read and written again, where it is not JSON: for what changes a part of it. */
  readonly codec?: BodyCodec
  /** For the journal: why the request is none that the API expects. */
  readonly unexpected?: string
  /** What it is about, as only who answers knows without reading the body. */
  readonly facts?: ReplyFacts
  /** An error that the search's query asked for. */
  readonly scripted?: boolean
  /** How the bytes go out, where a fault wants them to. Without it: at once and whole. */
  readonly delivery?: Delivery
}

/** What a success is about. */
export interface ReplyFacts {
  /** The search that was made. */
  readonly searchId?: string
  /** The page that it is, of a result that is there: its first row and how many were asked for. */
  readonly page?: { readonly offset: number; readonly limit: number }
  /** How many rows it holds. */
  readonly rows?: number
}

/** A form of bodies other than JSON. */
export interface BodyCodec {
  /** What a body stands for; undefined where it cannot be read. */
  read(text: string): unknown
  write(value: unknown): Buffer
}

/** By lower-case name. One with several values is sent as often. */
export type ReplyHeaders = Readonly<Record<string, string | readonly string[]>>

/** A way of sending a response that Node.js has no call for. */
export interface Delivery {
  /** In one of HTTP's forms. Of no account beside the others, behind which the connection is closed. */
  readonly form?: AnswerFormName
  /** Byte by byte, so many milliseconds apart; the headers, too, or the body alone. */
  readonly drip?: { readonly milliseconds: number; readonly headers: boolean }
  /** Cut after so many bytes of that part, half of it without a number, and at least one byte short. */
  readonly cut?: {
    readonly part: 'headers' | 'body'
    readonly bytes?: number | undefined
    readonly by: 'close' | 'reset'
  }
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
