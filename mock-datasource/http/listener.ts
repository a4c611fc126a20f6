import type { RequestListener, Server } from 'node:http'
import { type AddressInfo, createServer as createRawServer, type Socket } from 'node:net'
import { type Certificate, makeCertificate } from './certificate.ts'
import { answerClientError } from './client-error.ts'
import { type FlawName, flawedCertificate } from './flawed-certificate.ts'
import { createServer } from './node-http.ts'
import { type Patience, timesOf } from './patience.ts'
import type { Reply } from './reply.ts'
import { TlsFront } from './tls-front.ts'

/**
 * What becomes of a connection that is not served as others are: nothing is answered over it, or another certificate is
 * shown, which makes no difference over plain HTTP.
 */
export type Treatment =
  | 'silence'
  | 'half a handshake'
  | { readonly certificate: FlawName | 'renewed' }

/** The beginning of a ServerHello, which says that more is to come. */
const HALF_A_HELLO = Buffer.from([22, 3, 3, 0, 122, 2, 0, 0, 118, 3, 3])

export interface ListenerOptions {
  readonly host: string
  readonly port: number
  /** HTTPS if there is one, else HTTP. */
  readonly certificate: Certificate | undefined
  readonly patience?: Patience | undefined
  /** Told of every connection; gives what is to become of it where it is not to be served as ever. */
  readonly onConnection: () => Treatment | undefined
  readonly onTlsError: () => void
  readonly nextRequestId: () => string
  /** Answers bytes that are no HTTP request. */
  readonly unreadable: (status: number, reason: string) => Reply
  /** Told what they were answered with. */
  readonly onClientError: (answered: Reply) => void
}

interface Tracked {
  /** Over TLS the socket below the encrypted one. */
  readonly raw: Socket
  readonly number: number
}

/** A server that listens, and what a plain `Server` cannot do: close at once, reset one connection. */
export class Listener {
  /** What reads requests and answers them. */
  readonly #server: Server
  /** What has the port, and accepts connections before anything is read or encrypted. */
  readonly #accepting: ReturnType<typeof createRawServer>
  readonly #open = new Set<Socket>()
  /** By the socket that requests come over. */
  readonly #tracked = new WeakMap<Socket, Tracked>()
  /** Other certificates that it has shown, each the same one whenever it is shown. */
  readonly #others = new Map<string, Promise<Certificate>>()
  #connections = 0

  private constructor(handler: RequestListener, options: ListenerOptions) {
    const { certificate, nextRequestId, unreadable, onClientError, patience } = options
    this.#server = createServer(timesOf(patience), handler)
    this.#server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      const answered = answerClientError(error, socket as Socket, nextRequestId(), unreadable)
      if (answered) onClientError(answered)
    })
    const serve =
      certificate === undefined
        ? (raw: Socket) => this.#server.emit('connection', raw)
        : this.#encrypted(certificate, options)
    // As a server of HTTP would have them; over TLS that is for the encrypted socket.
    const ways = { noDelay: true, allowHalfOpen: certificate === undefined }
    this.#accepting = createRawServer(ways, (raw) => {
      this.#track(raw)
      const treatment = options.onConnection()
      if (treatment === undefined) serve(raw)
      else if (typeof treatment === 'string') keepWaiting(raw, treatment)
      else if (certificate === undefined) serve(raw)
      else void this.#serveUnder(treatment.certificate, raw, options)
    })
    // From then on it looks after requests that take too long, as where it listens itself.
    this.#accepting.on('listening', () => this.#server.emit('listening'))
  }

  /** Throws the system's error if the address cannot be had. */
  static async listen(handler: RequestListener, options: ListenerOptions): Promise<Listener> {
    const { host, port } = options
    const listener = new Listener(handler, options)
    await new Promise<void>((resolve, reject) => {
      listener.#accepting.once('error', reject)
      listener.#accepting.listen({ host, port }, resolve)
    })
    return listener
  }

  get port(): number {
    return (this.#accepting.address() as AddressInfo).port
  }

  /** The number of a connection, counted from 1. */
  numberOf(socket: Socket): number {
    return this.#tracked.get(socket)?.number ?? 0
  }

  /** Sends a TCP RST; an encrypted socket cannot, so the one below it does. */
  reset(socket: Socket): void {
    const below = this.#tracked.get(socket)?.raw ?? socket
    below.resetAndDestroy()
    socket.destroy()
  }

  /** Cuts every connection, also one that is still shaking hands or whose answer never comes. */
  async close(): Promise<void> {
    if (!this.#accepting.listening) return
    const closed = new Promise<void>((resolve) => this.#accepting.close(() => resolve()))
    // Over TLS it does not listen itself, and this ends no more than what it does by the clock.
    this.#server.close()
    for (const socket of this.#open) socket.destroy()
    await closed
  }

  /** Gives connections over which hands have been shaken to the server. */
  #encrypted(certificate: Certificate, { onTlsError }: ListenerOptions) {
    const front = TlsFront.of(certificate)
    return (raw: Socket) =>
      front.shakeHands(raw, {
        secure: (socket) => {
          this.#tracked.set(socket, { raw, number: this.numberOf(raw) })
          this.#server.emit('connection', socket)
        },
        failed: (error, socket) => {
          onTlsError()
          if (socket !== undefined) this.#server.emit('clientError', error, socket)
        },
      })
  }

  /** Nothing is read of a connection until its certificate has been made. */
  async #serveUnder(
    which: FlawName | 'renewed',
    raw: Socket,
    options: ListenerOptions,
  ): Promise<void> {
    const made =
      this.#others.get(which) ??
      (which === 'renewed' ? makeCertificate() : flawedCertificate(which))
    this.#others.set(which, made)
    try {
      const certificate = await made
      if (!raw.destroyed) this.#encrypted(certificate, options)(raw)
    } catch {
      raw.destroy()
    }
  }

  #track(raw: Socket): void {
    this.#connections += 1
    this.#open.add(raw)
    this.#tracked.set(raw, { raw, number: this.#connections })
    raw.once('close', () => this.#open.delete(raw))
    // One that is reset before anything else listens to it would end this process.
    raw.on('error', () => {})
  }
}

/** Reads what comes and throws it away, so that it hears when the client has gone. */
function keepWaiting(raw: Socket, treatment: 'silence' | 'half a handshake'): void {
  raw.on('error', () => {}).on('end', () => raw.end())
  if (treatment === 'half a handshake') raw.once('data', () => raw.write(HALF_A_HELLO))
  raw.resume()
}
