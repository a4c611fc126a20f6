import * as z from 'zod'

/** A body as it is written down: as text where it is UTF-8, else in base64. */
const Body = z.union([z.strictObject({ text: z.string() }), z.strictObject({ base64: z.base64() })])
export type Body = z.infer<typeof Body>

/** Names and values in the order in which they came. */
const Headers = z.array(z.tuple([z.string(), z.string()]))
export type HeaderList = z.infer<typeof Headers>

/** One request, and what was answered. Plain JSON, without secrets. */
export const Exchange = z.strictObject({
  /** Counted from 1, over the whole recording. */
  n: z.int().min(1),
  /** When it came, and how many milliseconds it took; absent where nobody knows. */
  time: z.string().optional(),
  took: z.number().min(0).optional(),
  request: z.strictObject({
    method: z.string().min(1),
    /** With the query string. */
    path: z.string().startsWith('/'),
    headers: Headers,
    body: Body.optional(),
  }),
  /** Absent where none came; `trouble` says why. */
  response: z
    .strictObject({
      status: z.int().min(100).max(999),
      headers: Headers,
      body: Body.optional(),
      /** It ended before its time. */
      cut: z.literal(true).optional(),
    })
    .optional(),
  trouble: z.string().optional(),
})
export type Exchange = z.infer<typeof Exchange>

/** Headers of one connection, which are no part of a message. */
export const OF_CONNECTIONS =
  /^(?:connection|keep-alive|proxy-connection|transfer-encoding|upgrade|te|trailer|expect|http2-settings)$/i

export function bodyOf(bytes: Buffer): Body | undefined {
  if (bytes.length === 0) return undefined
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { base64: bytes.toString('base64') }
  }
}

export function bytesOf(body: Body | undefined): Buffer {
  if (body === undefined) return Buffer.alloc(0)
  return 'text' in body ? Buffer.from(body.text) : Buffer.from(body.base64, 'base64')
}

/** The first value of a header, by its name in lower case. */
export function headerOf(headers: HeaderList, name: string): string | undefined {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1]
}
