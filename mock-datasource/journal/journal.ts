import { ExchangeLog } from './exchange-log.ts'
import type { JournalEntry } from './journal-entry.ts'
import type { KnownSecrets } from './known-secrets.ts'
import { entryOf } from './masked-entry.ts'
import type { Recorded, RecordedResponse } from './recorded.ts'

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

/** Records exchanges as they happen, and keeps the most recent. */
export class RecordingJournal implements Journal {
  readonly #listeners = new Set<(entry: JournalEntry) => void>()
  readonly #known: KnownSecrets
  readonly #over = new ExchangeLog()
  readonly #underWay = new Set<Recorded>()
  #lastSequence = 0

  /** @param known what is masked in every entry. */
  constructor(known: KnownSecrets) {
    this.#known = known
  }

  get lastSequence(): number {
    return this.#lastSequence
  }

  open(request: Omit<Recorded, 'sequence'>): Recorded {
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
    }
    this.#underWay.add(recorded)
    return recorded
  }

  received(recorded: Recorded, body: Buffer): void {
    recorded.body = body
  }

  answered(recorded: Recorded, response: RecordedResponse): void {
    recorded.response = response
  }

  /** The exchange is over, whether or not it was answered. */
  ended(recorded: Recorded): void {
    // One that was under way when the journal was cleared has been cleared with it.
    if (this.#underWay.delete(recorded)) this.#over.add(recorded)
    if (this.#listeners.size === 0) return
    const entry = this.#read(recorded)
    for (const listener of this.#listeners) listener(entry)
  }

  entries(after = 0): readonly JournalEntry[] {
    const entries = Array.from(this.#over.after(after), (recorded) => this.#read(recorded))
    for (const recorded of this.#underWay) {
      if (recorded.sequence > after) entries.push(this.#read(recorded))
    }
    return entries.sort((a, b) => a.sequence - b.sequence)
  }

  subscribe(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  clear(): void {
    this.#over.clear()
    this.#underWay.clear()
  }

  #read(recorded: Recorded): JournalEntry {
    return entryOf(recorded, this.#known)
  }
}
