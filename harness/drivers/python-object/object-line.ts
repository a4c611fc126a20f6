import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import * as z from 'zod'
import { DriverError } from '../../errors.ts'
import { type Patience, startDeadline } from '../process/deadline.ts'
import { Lines } from '../stix-shifter/lines.ts'
import { Reply } from '../stix-shifter/messages.ts'
import type { Exchange } from '../stix-shifter/worker-process.ts'

/** In bytes. Six for each character that a reply may have, which is what an escape takes. */
const LONGEST_REPLY = 6 * 33 * 1024 * 1024
/** In milliseconds. A call before, given up, may not let go of the thread that makes all of them. */
const LONGEST_WAIT = 60_000

/** What is said of a call before its reply: its turn has come. */
const Begun = z.strictObject({ sequence: z.int(), kind: z.literal('begun') })
const Said = z.union([Begun, Reply])

interface Waiting {
  begun(): void
  readonly settle: (exchange: Exchange) => void
  readonly fail: (error: DriverError) => void
}

/** A connection to the process that holds the object: requests and replies are lines of JSON, as worker.py has them. */
export class ObjectLine {
  readonly #socket: Socket
  readonly #lines = new Lines(LONGEST_REPLY)
  readonly #waiting = new Map<number, Waiting>()
  #sequence = 0

  /** @throws what the operating system says where nobody listens. */
  static async open(path: string): Promise<ObjectLine> {
    const socket = connect(path)
    await once(socket, 'connect')
    return new ObjectLine(socket)
  }

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => this.#received(chunk))
    socket.on('error', () => {}) // its end says it
    socket.on('close', () => this.#lost(GONE))
  }

  /**
   * Has one call made, in its turn.
   *
   * @param patience from when its turn has come; undefined: for ever.
   * @throws DriverError where the other side is gone, or says what cannot be understood.
   */
  async ask(request: object, patience: Patience | undefined): Promise<Exchange> {
    if (this.#socket.destroyed) throw new DriverError(GONE)
    this.#sequence += 1
    const sequence = this.#sequence
    const { promise, resolve, reject } = Promise.withResolvers<Exchange>()
    let started = performance.now()
    let endDeadline = () => {}
    if (patience !== undefined) {
      const unbegun = { deadlineMilliseconds: LONGEST_WAIT }
      endDeadline = startDeadline(unbegun, () => reject(new DriverError(STUCK)))
    }
    this.#waiting.set(sequence, {
      begun: () => {
        endDeadline()
        started = performance.now()
        if (patience === undefined) return
        endDeadline = startDeadline(patience, () => {
          this.#say({ kind: 'give-up', sequence })
          const afterMilliseconds = patience.deadlineMilliseconds
          resolve({ kind: 'timed-out', afterMilliseconds, ...nothing(started) })
        })
      },
      settle: (exchange) =>
        resolve({ ...exchange, milliseconds: Math.round(performance.now() - started) }),
      fail: reject,
    })
    this.#say({ kind: 'call', sequence, ...request })
    try {
      return await promise
    } finally {
      endDeadline()
      this.#waiting.delete(sequence)
    }
  }

  close(): void {
    this.#socket.destroy()
  }

  #say(message: object): void {
    this.#socket.write(`${JSON.stringify(message)}\n`)
  }

  #received(chunk: Buffer): void {
    for (const line of this.#lines.push(chunk)) this.#heard(line)
    if (this.#lines.isTooLong) this.#lost('a reply is longer than any answer.')
  }

  #heard(line: string): void {
    const said = Said.safeParse(jsonIn(line))
    if (!said.success) {
      this.#lost('a reply has another form.')
      return
    }
    const { sequence, kind } = said.data
    // A call that has been given up replies, too.
    const waiting = this.#waiting.get(sequence ?? 0)
    if (kind === 'begun') waiting?.begun()
    else waiting?.settle({ kind: 'replied', reply: said.data, ...nothing(0) })
  }

  #lost(why: string): void {
    this.#socket.destroy()
    for (const { fail } of this.#waiting.values()) fail(new DriverError(why))
  }
}

const GONE = 'the process that holds the connector is gone.'
const STUCK = `a call that was given up has kept the connector's thread for ${LONGEST_WAIT / 1_000} s more.`

function nothing(started: number) {
  return { milliseconds: Math.round(performance.now() - started), stdout: '', stderr: '' }
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
