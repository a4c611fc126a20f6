import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { makeOwnFolder } from '../../../text/own-folder.ts'

/** The longest path of a socket that every system takes, in bytes. */
const LONGEST_PATH = 100
/** A connection says first which call it is of, and which of its streams. */
const LONGEST_HEADER = 128

export type StreamKind = 'out' | 'err' | 'learned'

/** The streams of one call, each by itself, known by a secret of that call. */
export interface CallStreams {
  readonly secret: string
  take(kind: StreamKind): Promise<Socket>
  /** Nobody waits for them any more. */
  drop(): void
}

/** Where what a warm parent forks connects its standard output and standard error to. */
export class StreamsServer {
  readonly #folder = makeOwnFolder()
  readonly #server: Server
  readonly #waiting = new Map<string, PromiseWithResolvers<Socket>>()
  readonly path = join(this.#folder, 's')

  private constructor() {
    this.#server = createServer((socket) => this.#arrived(socket))
  }

  /** Undefined where the folder for temporary files has too long a path for a socket. */
  static async open(): Promise<StreamsServer | undefined> {
    const server = new StreamsServer()
    const isTooLong = Buffer.byteLength(server.path) > LONGEST_PATH
    try {
      if (isTooLong) throw new RangeError(server.path)
      server.#server.listen(server.path).unref()
      await once(server.#server, 'listening')
      return server
    } catch {
      server.close()
      return undefined
    }
  }

  expect(kinds: readonly StreamKind[]): CallStreams {
    const secret = randomBytes(16).toString('hex')
    const headers = new Map(kinds.map((kind) => [kind, `${secret} ${kind}`]))
    for (const header of headers.values()) this.#waiting.set(header, Promise.withResolvers())
    const streams = new Map(
      [...headers].map(([kind, header]) => [kind, this.#waiting.get(header)?.promise]),
    )
    return {
      secret,
      take: (kind) => streams.get(kind) ?? Promise.reject(new RangeError(kind)),
      drop: () => {
        for (const header of headers.values()) this.#waiting.delete(header)
      },
    }
  }

  close(): void {
    this.#server.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #arrived(socket: Socket): void {
    let head = Buffer.alloc(0)
    socket.on('error', () => {})
    const read = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\n')
      if (end === -1 && head.length < LONGEST_HEADER) return
      socket.off('data', read)
      socket.pause()
      const header = head.toString('latin1', 0, Math.max(0, end))
      const waiting = this.#waiting.get(header)
      this.#waiting.delete(header)
      if (waiting === undefined) {
        socket.destroy()
        return
      }
      socket.unshift(head.subarray(end + 1))
      waiting.resolve(socket)
    }
    socket.on('data', read)
  }
}
