import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { lengthOf, type Reply, type ReplyHeaders } from './reply.ts'

/** A reply's headers, with those that every response carries. */
export function headersOf(reply: Reply, requestId: string): ReplyHeaders {
  const headers: Record<string, string | readonly string[]> = {
    ...reply.headers,
    'x-request-id': requestId,
  }
  // A response that cannot have a body must not say how long it is.
  if (mayHaveBody(reply.status)) headers['content-length'] = String(promisedLength(reply))
  return headers
}

/** Headers with one value each, as HTTP lets several of one name be read. */
export function joined(headers: ReplyHeaders): Readonly<Record<string, string>> {
  // Nearly always: every response comes here.
  if (areSingle(headers)) return headers
  const each = Object.entries(headers).map(([name, value]) => [name, valuesIn(value).join(', ')])
  return Object.fromEntries(each)
}

function areSingle(headers: ReplyHeaders): headers is Readonly<Record<string, string>> {
  return Object.values(headers).every((value) => typeof value === 'string')
}

/** The lines of a header. */
export function headerLines(headers: ReplyHeaders, nameAs = (name: string) => name): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    valuesIn(value).map((each) => `${nameAs(name)}: ${each}`),
  )
}

function valuesIn(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value
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
export function send(response: ServerResponse, reply: Reply, headers: ReplyHeaders): void {
  response.writeHead(reply.status, headers as OutgoingHttpHeaders)
  const last = reply.body.length - 1
  for (let index = 0; index < last; index += 1) response.write(reply.body[index])
  response.end(reply.body[last])
}
