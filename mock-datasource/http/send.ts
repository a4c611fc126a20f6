import type { ServerResponse } from 'node:http'
import { lengthOf, type Reply } from './reply.ts'

/** Sends a reply with the headers that every response carries, and gives those headers. */
export function send(
  response: ServerResponse,
  reply: Reply,
  requestId: string,
): Readonly<Record<string, string>> {
  const headers: Record<string, string> = { ...reply.headers, 'x-request-id': requestId }
  // A response that cannot have a body must not say how long it is.
  if (reply.status !== 204 && reply.status !== 304) {
    headers['content-length'] = String(lengthOf(reply.body))
  }
  response.writeHead(reply.status, headers)
  for (const piece of reply.body) response.write(piece)
  response.end()
  return headers
}
