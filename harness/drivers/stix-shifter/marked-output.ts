import { OutputHead } from '../output-head.ts'
import type { OutputTail } from '../output-tail.ts'

/** What keeps a part of what is written. */
type Keeper = OutputHead | OutputTail

/**
 * One output stream of a process that serves call after call, cut into what each call wrote: the process
 * writes a mark where the output of a call ends. What a thread or child of the connector writes between
 * two calls belongs to the next.
 */
export class MarkedOutput {
  readonly #newKeeper: () => Keeper
  #current: Keeper
  /** What may be the beginning of a mark. */
  #pending: Buffer = Buffer.alloc(0)
  #mark: Buffer | undefined
  #marked = Promise.withResolvers<string>()

  constructor(newKeeper: () => Keeper) {
    this.#newKeeper = newKeeper
    this.#current = newKeeper()
  }

  /** What is written before this mark comes. Never ends where the process ends before that. */
  until(mark: string): Promise<string> {
    this.#mark = Buffer.from(mark)
    this.#marked = Promise.withResolvers()
    return this.#marked.promise
  }

  push(chunk: Buffer): void {
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk])
    const at = this.#mark === undefined ? -1 : bytes.indexOf(this.#mark)
    if (this.#mark !== undefined && at !== -1) {
      this.#pending = Buffer.alloc(0)
      this.#current.push(bytes.subarray(0, at))
      const rest = bytes.subarray(at + this.#mark.length)
      this.#mark = undefined
      this.#marked.resolve(this.#take())
      if (rest.length > 0) this.push(rest)
      return
    }
    const kept = this.#mark === undefined ? 0 : Math.min(bytes.length, this.#mark.length - 1)
    this.#current.push(bytes.subarray(0, bytes.length - kept))
    this.#pending = bytes.subarray(bytes.length - kept)
  }

  /** Whether more was written than is kept, in this call or since the last. */
  get isFull(): boolean {
    return this.#current instanceof OutputHead && this.#current.isFull
  }

  /** What was written where no mark will come, or its first so many bytes: the process has ended. */
  rest(bytes?: number): string {
    this.#mark = undefined
    this.#current.push(this.#pending)
    this.#pending = Buffer.alloc(0)
    return this.#take(bytes)
  }

  #take(bytes?: number): string {
    const keeper = this.#current
    const text = keeper instanceof OutputHead ? keeper.text(bytes) : keeper.text()
    this.#current = this.#newKeeper()
    return text
  }
}
