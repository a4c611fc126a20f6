import type { ServerResponse } from 'node:http'
import { lengthOf, type Reply } from './reply.ts'

/** A reply's headers, with those that every response carries. */
export function headersOf(reply: Reply, requestId: string): Readonly<Record<string, string>> {
  const headers: Record<string, string> = { ...reply.headers, 'x-request-id': requestId }
  // A response that cannot have a body must not say how long it is.
  if (mayHaveBody(reply.status)) headers['content-length'] = String(promisedLength(reply))
  return headers
}

export function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 304
}

/** What is cut off promises a byte more than it sends, also where there is no body. */
function promisedLength({ body, delivery }: Reply): number {
  const length = lengthOf(body)
  return delivery?.cut ? Math.max(1, length) : length
}

/** Sends a reply at once and whole. */
export function send(
  response: ServerResponse,
  reply: Reply,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(reply.status, headers)
  const last = reply.body.length - 1
  for (let index = 0; index < last; index += 1) response.write(reply.body[index])
  response.end(reply.body[last])
}
