import type { Socket } from 'node:net'
import { createServer, type Server, type TLSSocket } from 'node:tls'
import type { Certificate } from './certificate.ts'
import { HANDSHAKE_PATIENCE } from './patience.ts'

/** Whose connection it is, and what is told of it. */
export interface Secured {
  /** The handshake is over. */
  readonly secure: (socket: TLSSocket) => void
  /** It has come to nothing: the encrypted socket, where it can be told from others, and what was wrong. */
  readonly failed: (error?: Error, socket?: TLSSocket) => void
}

/** What clients know, the quickest first: by Node's own order a handshake takes a fifth longer, and runs make thousands. */
const GROUPS = 'X25519:P-256:X448:P-521:P-384'

const fronts = new WeakMap<Certificate, TlsFront>()

/**
 * Does the handshakes of all listeners that show one certificate: to read certificate and key and to set up what goes
 * with them takes longer than most mocks live. It listens nowhere; connections are brought to it, each by the
 * listener whose it is, which is told what becomes of it and nobody else.
 */
export class TlsFront {
  readonly #server: Server
  /** Those that shake hands, by the addresses of both their ends. */
  readonly #shaking = new Map<string, Secured>()

  private constructor({ cert, key }: Certificate) {
    const ways = { ecdhCurve: GROUPS, ALPNProtocols: ['http/1.1'] }
    this.#server = createServer({ cert, key, ...ways, handshakeTimeout: HANDSHAKE_PATIENCE })
    this.#server.on('secureConnection', (socket) => {
      const secured = this.#take(socket)
      if (secured === undefined) socket.destroy()
      else secured.secure(socket)
    })
    this.#server.on('tlsClientError', (error, socket) => this.#take(socket)?.failed(error, socket))
  }

  /** The one of all who show this certificate. */
  static of(certificate: Certificate): TlsFront {
    const known = fronts.get(certificate)
    if (known) return known
    const front = new TlsFront(certificate)
    fronts.set(certificate, front)
    return front
  }

  /** Shakes hands over a connection that has been accepted. */
  shakeHands(raw: Socket, secured: Secured): void {
    const ends = endsOf(raw)
    this.#shaking.set(ends, secured)
    raw.once('close', () => {
      // Until it is closed no other connection has these ends.
      if (this.#shaking.get(ends) !== secured) return
      this.#shaking.delete(ends)
      secured.failed()
    })
    this.#server.emit('connection', raw)
  }

  #take(socket: TLSSocket): Secured | undefined {
    const ends = endsOf(socket)
    const secured = this.#shaking.get(ends)
    this.#shaking.delete(ends)
    return secured
  }
}

function endsOf({ localAddress, localPort, remoteAddress, remotePort }: Socket): string {
  return `${localAddress} ${localPort} ${remoteAddress} ${remotePort}`
}
