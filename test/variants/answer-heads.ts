import { type Channel, channel } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Connection } from '../../contracts/connection.ts'

/** What an answer looked like before it was read, as HTTP clients of Node.js have it. */
export interface AnswerHead {
  readonly status: number
  readonly version: string
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[]
}

/** By the port of the data source, of which each session has its own. */
const watched = new Map<number, AnswerHead[]>()

const RESPONSES: Channel = channel('http.client.response.finish')

RESPONSES.subscribe((message) => {
  const { request, response } = message as {
    readonly request: ClientRequest
    readonly response: IncomingMessage
  }
  const { statusCode: status = 0, httpVersion: version, rawHeaders } = response

  watched.get(request.socket?.remotePort ?? 0)?.push({ status, version, rawHeaders })
})

/**
 * Calls, and gives what came of it with the heads of the answers that the data source gave meanwhile: for defects
 * in how an answer is read.
 */
export async function withHeads<Value>(
  { host, port }: Pick<Connection, 'host' | 'port'>,
  call: () => Value | Promise<Value>,
): Promise<{ readonly value: Value; readonly heads: readonly AnswerHead[] }> {
  const at = port ?? Number(host.split(':').at(-1))
  const heads: AnswerHead[] = []
  watched.set(at, heads)
  try {
    return { value: await call(), heads }
  } finally {
    watched.delete(at)
  }
}

/** Whether a header was written with this name, in this case. */
export function hasHeader({ rawHeaders }: AnswerHead, name: RegExp): boolean {
  return rawHeaders.some((each, index) => index % 2 === 0 && name.test(each))
}

/** The value of a header, whose name is given in lower case. */
export function headerOf({ rawHeaders }: AnswerHead, name: string): string | undefined {
  const at = rawHeaders.findIndex((each, index) => index % 2 === 0 && each.toLowerCase() === name)
  return at < 0 ? undefined : rawHeaders[at + 1]
}
