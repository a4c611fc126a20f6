import { ExchangeLog } from './exchange-log.ts'
import { type Glance, glanceAt } from './glance.ts'
import { holdsText, mayHold } from './holds-text.ts'
import type { JournalEntry } from './journal-entry.ts'
import type { KnownSecrets } from './known-secrets.ts'
import { entryOf } from './masked-entry.ts'
import type { Recorded, RecordedResponse } from './recorded.ts'
import { UnderWay } from './under-way.ts'

/** Which entries hold a text. */
export interface Holding {
  readonly found: readonly number[]
  readonly lookedUpTo: number
}

/** What readers of the journal may do with it. */
export interface Journal {
  /**
   * Entries with a higher sequence than `after` (default: all), newest last, no more than the first `limit` of them.
   * Only the most recent are kept.
   */
  entries(after?: number, limit?: number): readonly JournalEntry[]
  /** The same one at a time, made when it comes to it. To be used at once, before another exchange ends. */
  each(after: number): Iterable<JournalEntry>
  /** The highest sequence of those that are no longer kept: whoever read less far has missed something. */
  readonly forgottenUpTo: number
  /** The same for those whose headers and bodies are no longer kept, which go first. */
  readonly bodiesDroppedUpTo: number
  /** What it takes, and may take. */
  readonly bytes: number
  readonly mostBytes: number
  /** What can be seen of exchanges at a glance, as `entries`; much cheaper. */
  glances(after?: number, limit?: number): readonly Glance[]
  /** The sequence of the newest entry, 0 if there was none yet. */
  readonly lastSequence: number
  /** How long the exchanges that are over took, in sum, in milliseconds. */
  readonly tookMilliseconds: number
  /** Calls `listener` with each exchange from now on, once it has ended. The result stops it. */
  subscribe(listener: (entry: JournalEntry) => void): () => void
  /**
   * The same with what can be seen at a glance.
   *
   * @param slow told, once, of each that has gone on for half a second and goes on.
   */
  watch(listener: (glance: Glance) => void, slow?: (glance: Glance) => void): () => void
  /**
   * Looks through at most so many entries behind one for a text, in whatever is shown of them, upper and lower case alike:
   * the sequences of those that hold it, and up to where it has looked.
   */
  holding(text: string, after: number, most: number): Holding
  clear(): void
}

/** Records exchanges as they happen, and keeps the most recent. */
export class RecordingJournal implements Journal {
  readonly #listeners = new Set<(entry: JournalEntry) => void>()
  readonly #watchers = new Set<(glance: Glance) => void>()
  readonly #known: KnownSecrets
  readonly #over: ExchangeLog
  readonly #underWay = new UnderWay()
  #lastSequence = 0
  #tookMilliseconds = 0

  /**
   * @param known what is masked in every entry.
   * @param mostBytes what it may take.
   */
  constructor(known: KnownSecrets, mostBytes?: number) {
    this.#over = new ExchangeLog(mostBytes)
    this.#known = known
  }

  get lastSequence(): number {
    return this.#lastSequence
  }

  get tookMilliseconds(): number {
    return this.#tookMilliseconds
  }

  get forgottenUpTo(): number {
    return this.#over.forgottenUpTo
  }

  get bodiesDroppedUpTo(): number {
    return this.#over.bodiesDroppedUpTo
  }

  get bytes(): number {
    return this.#over.bytes
  }

  get mostBytes(): number {
    return this.#over.mostBytes
  }

  open(request: Omit<Recorded, 'sequence'>): Recorded {
    // Every field is there from the start, so that all of these objects have one shape.
    const recorded: Recorded = {
      sequence: ++this.#lastSequence,
      at: request.at,
      time: request.time,
      took: undefined,
      method: request.method,
      url: request.url,
      rawHeaders: request.rawHeaders,
      connection: request.connection,
      operation: request.operation,
      searchId: request.searchId,
      madeSearch: undefined,
      body: request.body,
      response: undefined,
      fault: undefined,
      faultKind: undefined,
      unexpected: undefined,
    }
    this.#underWay.begin(recorded)
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
    this.#tookMilliseconds += recorded.took ?? 0
    // One that was under way when the journal was cleared has been cleared with it.
    if (this.#underWay.end(recorded)) this.#over.add(recorded)
    if (this.#watchers.size > 0) {
      const glance = glanceAt(recorded, this.#known)
      for (const watcher of this.#watchers) watcher(glance)
    }
    if (this.#listeners.size === 0) return
    const entry = this.#read(recorded)
    for (const listener of this.#listeners) listener(entry)
  }

  entries(after = 0, limit = Number.POSITIVE_INFINITY): readonly JournalEntry[] {
    const found: JournalEntry[] = []
    for (const recorded of this.#records(after, this.#over.after(after, limit))) {
      if (found.length === limit) break
      found.push(this.#read(recorded))
    }
    return found
  }

  glances(after = 0, limit = Number.POSITIVE_INFINITY): readonly Glance[] {
    const found: Glance[] = []
    const usual = this.#known.masking()
    for (const recorded of this.#records(after, this.#over.headsAfter(after, limit))) {
      if (found.length === limit) break
      found.push(glanceAt(recorded, this.#known, usual))
    }
    return found
  }

  *each(after: number): Iterable<JournalEntry> {
    for (const recorded of this.#records(after, this.#over.after(after))) yield this.#read(recorded)
  }

  /** Those that are over, with those under way in their places. */
  *#records(after: number, over: Iterable<Recorded>): Iterable<Recorded> {
    const underWay = this.#underWay.after(after)
    let next = 0
    for (const recorded of over) {
      for (
        ;
        (underWay[next]?.sequence ?? Number.POSITIVE_INFINITY) < recorded.sequence;
        next += 1
      ) {
        yield underWay[next] as Recorded
      }
      yield recorded
    }
    yield* underWay.slice(next)
  }

  subscribe(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  watch(listener: (glance: Glance) => void, slow?: (glance: Glance) => void): () => void {
    this.#watchers.add(listener)
    const stop = slow && this.#underWay.onSlow((each) => slow(glanceAt(each, this.#known)))
    return () => {
      this.#watchers.delete(listener)
      stop?.()
    }
  }

  holding(text: string, after: number, most: number): Holding {
    const wanted = text.toLowerCase()
    const found: number[] = []
    let [lookedUpTo, count] = [after, 0]
    for (const recorded of this.#over.after(after, most)) {
      if (count === most) return { found, lookedUpTo }
      count += 1
      lookedUpTo = recorded.sequence
      // What is masked must not be found: whoever asks could find a secret letter by letter.
      if (mayHold(recorded, wanted) && holdsText(this.#read(recorded), wanted)) {
        found.push(recorded.sequence)
      }
    }
    return { found, lookedUpTo }
  }

  clear(): void {
    this.#over.clear()
    this.#underWay.clear()
  }

  #read(recorded: Recorded): JournalEntry {
    return entryOf(recorded, this.#known)
  }
}
