import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

/** A request as the broker got it. */
export interface BrokerRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

export interface Broker {
  readonly url: string
  readonly requests: readonly BrokerRequest[]
  close(): Promise<void>
}

/** Answers of a Pact Broker (2.117), one an address, with BROKER where its own address stood. */
const RECORDED: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL('./broker-answers.json', import.meta.url), 'utf8'),
)

/** A server on the loopback that answers as a Pact Broker was recorded to, and keeps what it is sent. */
export async function startBroker(): Promise<Broker> {
  const requests: BrokerRequest[] = []
  const server = createServer(async (request, response) => {
    const asked = await read(request)
    requests.push(asked)
    const answer = RECORDED[`${asked.method} ${asked.path}`]
    const text = JSON.stringify(answer ?? { error: 'The requested document was not found' })
    response
      .writeHead(answer === undefined ? 404 : 200, {
        'content-type': 'application/hal+json;charset=utf-8',
      })
      .end(text.replaceAll('BROKER', url))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url, requests, close }
}

async function read(request: IncomingMessage): Promise<BrokerRequest> {
  const { method = '', url = '', headers } = request
  const { pathname, searchParams } = new URL(url, 'http://broker')
  return {
    method,
    path: pathname,
    query: searchParams,
    headers: headers as Readonly<Record<string, string>>,
    body: method === 'GET' ? undefined : await json(request),
  }
}
