import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { createServer as createTlsServer } from 'node:tls'
import type { Connection } from '../../contracts/connection.ts'
import type { AnswerForm } from './answer-forms.ts'

/** A data source that writes its answers itself, byte for byte. */
export interface RawServer {
  readonly connection: Connection
  /** Requests that were answered, as `METHOD path`. */
  readonly requests: readonly string[]
  close(): void
}

/**
 * @param bodyOf the body for a request, which is given as `METHOD path`
 * @param certificate absent: plain HTTP
 */
export async function rawServer(
  form: AnswerForm,
  bodyOf: (request: string) => string,
  certificate?: { readonly cert: string; readonly key: string },
): Promise<RawServer> {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const answer = async (socket: Socket) => {
    sockets.add(socket.on('error', () => {}).setNoDelay())
    let isKept = false
    for await (const request of requestsOn(socket)) {
      // It was on its way when this end was closed, and nobody answers it.
      if (isKept && form.closes === 'behind the answer') continue
      if (isKept && form.closes === 'at the next request') return void socket.destroy()
      isKept = true
      requests.push(request)
      await send(socket, form, bodyOf(request))
    }
  }
  const take = (socket: Socket) => void answer(socket).catch(() => {})
  const server = certificate ? createTlsServer(certificate, take) : createTcpServer(take)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    connection: {
      host: '127.0.0.1',
      port,
      ...(certificate ? { scheme: 'https', selfSignedCert: certificate.cert } : { scheme: 'http' }),
    },
    requests,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** Requests as they come, one after the other. A client may send head and body apart. */
async function* requestsOn(socket: Socket) {
  let heard = ''
  for await (const data of socket) {
    heard += data
    const end = heard.indexOf('\r\n\r\n') + 4
    const length = Number(/content-length: (\d+)/i.exec(heard)?.[1] ?? 0)
    if (end < 4 || heard.length < end + length) continue
    yield /^\S+ \S+/.exec(heard)?.[0] ?? ''
    heard = heard.slice(end + length)
  }
}

/** Each piece is written by itself. */
async function send(socket: Socket, { write, closes }: AnswerForm, body: string): Promise<void> {
  for (const piece of write(body)) {
    if (socket.destroyed) return
    await new Promise((resolve) => socket.write(piece, resolve))
    await setImmediate() // a write may be over at once, and would leave no turn to whoever reads
  }
  if (closes === 'behind the answer') socket.end()
}
