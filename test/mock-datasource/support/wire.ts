import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { expect, onTestFinished } from 'vitest'
import type { MockDataSource } from '../../../mock-datasource/index.ts'
import { basic } from './open-mock.ts'

export const SCHEMES = ['http', 'https'] as const

/** One request over a bare socket, as it goes on. */
export interface Wire {
  readonly socket: Socket
  /** Every byte that has come back so far. */
  received(): Buffer
  /** Ends when the connection does; `reset` for a TCP RST. */
  readonly ended: Promise<'closed' | 'reset'>
}

/** What came back over a bare socket until the connection ended. */
export interface WireAnswer {
  readonly statusLine: string
  /** By lower-case name; `date` and `x-request-id`, which differ each time, are left out. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly ended: 'closed' | 'reset'
  readonly raw: Buffer
}

interface Sent {
  readonly method?: string
  readonly body?: string
}

/** Sends a request below `/api/v1` with right credentials; the connection ends with the answer. */
export function openWire(mock: MockDataSource, path: string, sent: Sent = {}): Wire {
  const { host, port, certificate: ca } = mock
  const socket = ca === undefined ? connectPlain(port, host) : connectTls({ host, port, ca })
  onTestFinished(() => void socket.destroy())
  const pieces: Buffer[] = []
  socket.on('data', (piece) => pieces.push(piece))
  const ended = new Promise<'closed' | 'reset'>((resolve, reject) => {
    socket.once('close', () => resolve('closed'))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve('reset') : reject(error),
    )
  })
  socket.write(requestText(mock, path, sent))
  return { socket, received: () => Buffer.concat(pieces), ended }
}

/** Sends a request and waits for the end of the connection. */
export async function overTheWire(
  mock: MockDataSource,
  path: string,
  sent: Sent = {},
): Promise<WireAnswer> {
  const wire = openWire(mock, path, sent)
  const ended = await wire.ended
  return { ...parsed(wire.received()), ended }
}

/** What a connector would make of it, had it come whole. */
export function jsonOf(answer: WireAnswer): Record<string, unknown> {
  expect(answer.headers['content-length']).toBe(String(answer.body.length))
  return JSON.parse(answer.body.toString())
}

function requestText(mock: MockDataSource, path: string, { method = 'GET', body }: Sent): string {
  const length = body === undefined ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]
  return [
    `${method} /api/v1${path} HTTP/1.1`,
    `Host: ${mock.host}:${mock.port}`,
    `Authorization: ${basic(mock)}`,
    'Content-Type: application/json',
    'Connection: close',
    ...length,
    '',
    body ?? '',
  ].join('\r\n')
}

function parsed(raw: Buffer): Omit<WireAnswer, 'ended'> {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.toString('latin1', 0, end < 0 ? raw.length : end)
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  const { date: _date, 'x-request-id': _id, ...others } = Object.fromEntries(headers)
  return { statusLine, headers: others, body: raw.subarray(end < 0 ? raw.length : end + 4), raw }
}
