import type { Account } from '../settings.ts'
import type { JournalEntry } from './journal-entry.ts'
import { entryOf } from './masked-entry.ts'
import type { Recorded, RecordedResponse } from './recorded.ts'
import { type Secret, secretsOf } from './secrets.ts'

const MOST_ENTRIES = 20_000
const MOST_BYTES = 32 * 1024 * 1024
/** What an exchange takes apart from its bodies: its headers and its own fields. */
const BYTES_OF_AN_EXCHANGE = 1_000

/** What readers of the journal may do with it. */
export interface Journal {
  /** Entries with a higher sequence than `after` (default: all), newest last. Only the most recent are kept. */
  entries(after?: number): readonly JournalEntry[]
  /** The sequence of the newest entry, 0 if there was none yet. */
  readonly lastSequence: number
  /** Calls `listener` with each exchange from now on, once it has ended. The result stops it. */
  subscribe(listener: (entry: JournalEntry) => void): () => void
  clear(): void
}

/** Keeps the most recent exchanges, within a bound of number and bytes. */
export class RecordingJournal implements Journal {
  readonly #listeners = new Set<(entry: JournalEntry) => void>()
  readonly #secrets = new Map<string, Secret>()
  #kept: (Recorded | undefined)[] = []
  /** Where in `#kept` the oldest entry is; everything before it has been let go. */
  #first = 0
  #bytes = 0
  #lastSequence = 0

  get lastSequence(): number {
    return this.#lastSequence
  }

  /** Masks the secrets of these accounts from now on, also when they are no longer accounts. */
  mask(accounts: readonly Account[]): void {
    for (const secret of accounts.flatMap(secretsOf)) {
      this.#secrets.set(`${secret.name}:${secret.value}`, secret)
    }
  }

  open(request: Omit<Recorded, 'sequence' | 'size'>): Recorded {
    // Every field is there from the start, so that all of these objects have one shape.
    const recorded: Recorded = {
      sequence: ++this.#lastSequence,
      at: request.at,
      method: request.method,
      url: request.url,
      rawHeaders: request.rawHeaders,
      connection: request.connection,
      operation: request.operation,
      searchId: request.searchId,
      body: request.body,
      response: undefined,
      fault: undefined,
      unexpected: undefined,
      size: 0,
    }
    this.#kept.push(recorded)
    this.#grow(recorded, BYTES_OF_AN_EXCHANGE + request.url.length)
    return recorded
  }

  received(recorded: Recorded, body: Buffer): void {
    recorded.body = body
    this.#grow(recorded, body.length)
  }

  answered(recorded: Recorded, response: RecordedResponse): void {
    const before = recorded.response?.body.length ?? 0
    recorded.response = response
    this.#grow(recorded, response.body.length - before)
  }

  /** The exchange is over, whether or not it was answered. */
  ended(recorded: Recorded): void {
    if (this.#listeners.size === 0) return
    const entry = this.#read(recorded)
    for (const listener of this.#listeners) listener(entry)
  }

  entries(after = 0): readonly JournalEntry[] {
    const entries: JournalEntry[] = []
    for (let index = this.#first; index < this.#kept.length; index += 1) {
      const recorded = this.#kept[index]
      if (recorded && recorded.sequence > after) entries.push(this.#read(recorded))
    }
    return entries
  }

  subscribe(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  clear(): void {
    this.#kept = []
    this.#first = 0
    this.#bytes = 0
  }

  #read(recorded: Recorded): JournalEntry {
    return entryOf(recorded, [...this.#secrets.values()])
  }

  #grow(recorded: Recorded, bytes: number): void {
    recorded.size += bytes
    this.#bytes += bytes
    while (this.#kept.length - this.#first > MOST_ENTRIES || this.#bytes > MOST_BYTES) {
      const oldest = this.#kept[this.#first]
      if (!oldest || oldest === recorded) break
      this.#bytes -= oldest.size
      this.#kept[this.#first++] = undefined
    }
    // Dropping one element at a time from the front of an array would cost its whole length each time.
    if (this.#first > MOST_ENTRIES) {
      this.#kept = this.#kept.slice(this.#first)
      this.#first = 0
    }
  }
}
