import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { STATUS_CODES } from './node-http.ts'
import { type Delivery, lengthOf, type Reply, type ReplyHeaders } from './reply.ts'
import { headerLines, mayHaveBody } from './send.ts'
import { sendInForm } from './send-in-form.ts'
import { wait } from './wait.ts'

export interface Delivered {
  /** Ends when the connection is closed. */
  readonly gone: Promise<void>
  /** Sends a TCP RST. */
  reset(): void
}

/**
 * Sends a reply in the way that its `delivery` says, waiting for the client to take each piece, and closes
 * the connection but where a form leaves it open. Writes to the socket itself, since a `ServerResponse` sends its headers whole. Gives how
 * many bytes of the body went out.
 */
export async function deliver(
  response: ServerResponse,
  reply: Reply,
  headers: ReplyHeaders,
  { gone, reset }: Delivered,
): Promise<number> {
  const socket = await socketOf(response, gone)
  if (!socket) return 0
  const { drip, cut, form } = reply.delivery ?? {}
  if (form && !drip && !cut) return sendInForm(response, socket, reply, headers, form)
  const { head, body } = parts(response, reply, headers)
  for (const piece of drip?.headers ? bytesOf(head) : head) {
    if (!(await write(socket, piece))) return 0
    if (drip) await wait(drip.milliseconds, gone)
  }
  let sent = 0
  for (const piece of drip ? bytesOf(body) : body) {
    if (drip && sent > 0) await wait(drip.milliseconds, gone)
    if (!(await write(socket, piece))) return sent
    sent += piece.length
  }
  if (cut?.by === 'reset') reset()
  else socket.destroySoon()
  return sent
}

/** A response has a socket once those before it on the same connection are finished. */
async function socketOf(response: ServerResponse, gone: Promise<void>): Promise<Socket | null> {
  if (response.socket) return response.socket
  const turn = new Promise<Socket>((resolve) => response.once('socket', resolve))
  return (await Promise.race([turn, gone])) ?? null
}

/** The bytes that go out, in pieces. */
function parts(
  response: ServerResponse,
  reply: Reply,
  headers: ReplyHeaders,
): { head: readonly Buffer[]; body: readonly Buffer[] } {
  const { cut } = reply.delivery ?? {}
  const head = [headOf(reply.status, headers)]
  if (cut?.part === 'headers') return { head: cutShort(head, cut), body: [] }
  if (response.req.method === 'HEAD' || !mayHaveBody(reply.status)) return { head, body: [] }
  return { head, body: cut ? cutShort(reply.body, cut) : reply.body }
}

function headOf(status: number, headers: ReplyHeaders): Buffer {
  const all = { ...headers, date: new Date().toUTCString(), connection: 'close' }
  const lines = headerLines(all).map((line) => `${line}\r\n`)
  // As Node.js itself encodes headers.
  const encoding = 'latin1'
  return Buffer.from(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'unknown'}\r\n${lines.join('')}\r\n`,
    encoding,
  )
}

/** The beginning, of the length that `cut` asks for, and never all of it. */
function cutShort(pieces: readonly Buffer[], cut: NonNullable<Delivery['cut']>): Buffer[] {
  const length = lengthOf(pieces)
  let left = Math.min(cut.bytes ?? Math.floor(length / 2), Math.max(0, length - 1))
  const kept: Buffer[] = []
  for (const piece of pieces) {
    if (left === 0) break
    kept.push(piece.subarray(0, left))
    left -= Math.min(left, piece.length)
  }
  return kept
}

function* bytesOf(pieces: readonly Buffer[]): Generator<Buffer> {
  for (const piece of pieces) {
    for (let index = 0; index < piece.length; index += 1) yield piece.subarray(index, index + 1)
  }
}

/** Whether the client is still there to have taken it. */
function write(socket: Socket, piece: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    if (socket.destroyed) resolve(false)
    else socket.write(piece, (error) => resolve(!error))
  })
}
