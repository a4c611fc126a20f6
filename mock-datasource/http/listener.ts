import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { Certificate } from './certificate.ts'
import { answerClientError } from './client-error.ts'
import type { Reply } from './reply.ts'

export interface ListenerOptions {
  readonly host: string
  readonly port: number
  /** HTTPS if there is one, else HTTP. */
  readonly certificate: Certificate | undefined
  readonly onConnection: () => void
  readonly onTlsError: () => void
  readonly nextRequestId: () => string
  /** Answers bytes that are no HTTP request. */
  readonly unreadable: (status: number, reason: string) => Reply
  /** Told what they were answered with. */
  readonly onClientError: (answered: Reply) => void
}

/** A server that listens, and what a plain `Server` cannot do: close at once, reset one connection. */
export class Listener {
  readonly #server: Server
  /** By the client's address; over TLS these are the sockets below the encrypted ones. */
  readonly #sockets = new Map<string, { socket: Socket; number: number }>()
  #connections = 0

  private constructor(
    server: Server,
    { onConnection, onTlsError, nextRequestId, unreadable, onClientError }: ListenerOptions,
  ) {
    this.#server = server
    server.on('connection', (socket: Socket) => this.#track(socket, onConnection))
    server.on('tlsClientError', onTlsError)
    server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
      const answered = answerClientError(error, socket, nextRequestId(), unreadable)
      if (answered) onClientError(answered)
    })
  }

  /** Throws the system's error if the address cannot be had. */
  static async listen(handler: RequestListener, options: ListenerOptions): Promise<Listener> {
    const { certificate, host, port } = options
    const server = certificate
      ? createTlsServer({ cert: certificate.cert, key: certificate.key }, handler)
      : createServer(handler)
    const listener = new Listener(server, options)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host, port }, resolve)
    })
    return listener
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** The number of a connection, counted from 1. */
  numberOf(socket: Socket): number {
    return this.#sockets.get(addressOf(socket))?.number ?? 0
  }

  /** Sends a TCP RST; an encrypted socket cannot, so the one below it does. */
  reset(socket: Socket): void {
    const below = this.#sockets.get(addressOf(socket))?.socket ?? socket
    below.resetAndDestroy()
    socket.destroy()
  }

  /** Cuts every connection, also one that is still shaking hands or whose answer never comes. */
  async close(): Promise<void> {
    if (!this.#server.listening) return
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    for (const { socket } of this.#sockets.values()) socket.destroy()
    await closed
  }

  #track(socket: Socket, onConnection: () => void): void {
    const address = addressOf(socket)
    this.#connections += 1
    this.#sockets.set(address, { socket, number: this.#connections })
    socket.once('close', () => this.#sockets.delete(address))
    onConnection()
  }
}

function addressOf(socket: Socket): string {
  return `${socket.remoteAddress}:${socket.remotePort}`
}
