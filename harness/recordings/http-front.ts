import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createEncrypted } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type Certificate, type Patience, timesOf } from '../../mock-datasource/index.ts'

/** Where clients reach something that answers them. */
export interface Front {
  readonly port: number
  /** Cuts what is open. */
  close(): Promise<void>
}

export interface FrontOptions {
  readonly host: string
  readonly port: number
  /** HTTPS where there is one. */
  readonly certificate: Certificate | undefined
  readonly patience?: Patience | undefined
}

/** In bytes. */
const LONGEST_BODY = 256 * 1_024 ** 2

/** What a client asked, with its body. */
export interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly body: Buffer
}

/** Listens, and gives every request with its whole body. Throws the system's error where it cannot listen. */
export async function openFront(
  { host, port, certificate, patience }: FrontOptions,
  answer: (asked: Asked) => Promise<void>,
): Promise<Front> {
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    void answerWhole(request, response, answer)
  }
  const times = timesOf(patience)
  const server =
    certificate === undefined
      ? createPlain(times, handle)
      : createEncrypted({ ...certificate, ...times }, handle)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answerWhole(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (asked: Asked) => Promise<void>,
): Promise<void> {
  try {
    const body = await bodyOf(request)
    if (body === undefined) refuse(response)
    else await answer({ request, response, body })
  } catch {
    // The client has gone, or what it was being sent has ended before its time: it sees the same.
    response.destroy()
  }
}

/** Undefined where it is longer than anybody asks. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const pieces: Buffer[] = []
  let length = 0
  // Else who is told so would have no connection to be told over.
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    length += piece.length
    if (length > LONGEST_BODY) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function refuse(response: ServerResponse): void {
  const headers = { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }
  response.writeHead(413, headers).end(`A body of more than ${LONGEST_BODY} bytes is not taken.`)
}

/** Names and values of a message as it came. */
export function headersOf({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): [string, string][] {
  const pairs: [string, string][] = []
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    pairs.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? ''])
  }
  return pairs
}
