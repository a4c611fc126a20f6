import type { ServerResponse } from 'node:http'
import type { Glance } from './glance.ts'
import type { Journal } from './journal.ts'
import type { JournalEntry } from './journal-entry.ts'

/** How much a follower may leave unread, in bytes, before it is dropped. */
const MOST_UNREAD = 8 * 1024 * 1024
/** How many are looked up at once for a follower that catches up. */
const ENTRIES_AT_ONCE = 100
const GLANCES_AT_ONCE = 2_000
/** And how much is written at once, in characters. */
const CHARACTERS_AT_ONCE = 1_000_000

/** Who follows the journal, and how. */
export interface Following<Item> {
  readonly response: ServerResponse
  /** The entries up to this sequence are known. */
  readonly after: number
  /** How an entry is written down. */
  write(entry: Item): unknown
  /** Told why the follower was dropped. */
  dropped(sentence: string): void
  /** How much may be left unread, in bytes. */
  readonly mostUnread?: number
}

interface Numbered {
  readonly sequence: number
}

/** What of the journal is followed: its entries, or what can be seen of them at a glance. */
interface Followed<Item extends Numbered> extends Pick<Journal, 'forgottenUpTo'> {
  /** Some of those behind one. */
  entries(after: number): readonly Item[]
  subscribe(listener: (item: Item) => void): () => void
}

/** Follows whole entries. */
export function followJournal(journal: Journal, following: Following<JournalEntry>): Promise<void> {
  const followed = {
    get forgottenUpTo() {
      return journal.forgottenUpTo
    },
    entries: (after: number) => journal.entries(after, ENTRIES_AT_ONCE),
    subscribe: (listener: (entry: JournalEntry) => void) => journal.subscribe(listener),
  }
  return follow(followed, following)
}

/** Follows what can be seen of them at a glance. */
export function followGlances(journal: Journal, following: Following<Glance>): Promise<void> {
  const followed = {
    get forgottenUpTo() {
      return journal.forgottenUpTo
    },
    entries: (after: number) => journal.glances(after, GLANCES_AT_ONCE),
    subscribe: (listener: (glance: Glance) => void) => journal.watch(listener, listener),
  }
  return follow(followed, following)
}

/**
 * Follows the journal as server-sent events: first the entries after `after`, as fast as they are read, then each
 * exchange as it ends. The id of an event is the entry's sequence. An event `gap` says that entries which were to
 * come are no longer kept. Whoever does not read what comes is dropped, and can come back with `Last-Event-ID`.
 */
async function follow<Item extends Numbered>(
  followed: Followed<Item>,
  following: Following<Item>,
): Promise<void> {
  const { response } = following
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.flushHeaders()
  const follower = new Follower(followed, following)
  response.once(
    'close',
    followed.subscribe((entry) => follower.ended(entry)),
  )
  await follower.catchUp()
}

class Follower<Item extends Numbered> {
  readonly #followed: Followed<Item>
  readonly #following: Following<Item>
  /** The highest sequence that was sent, or was to be. */
  #last: number
  /** Up to where a gap was told. */
  #toldUpTo = 0
  #isUpToDate = false

  constructor(followed: Followed<Item>, following: Following<Item>) {
    this.#followed = followed
    this.#following = following
    this.#last = following.after
  }

  /** Sends what there is so far, no faster than it is read. */
  async catchUp(): Promise<void> {
    const { response } = this.#following
    while (!response.destroyed) {
      this.#tellGap()
      const entries = this.#followed.entries(this.#last)
      if (entries.length === 0) break
      let text = ''
      for (const entry of entries) {
        text += this.#textOf(entry)
        if (text.length > CHARACTERS_AT_ONCE) break
      }
      response.write(text)
      if (response.writableNeedDrain) await drained(response)
    }
    this.#isUpToDate = true
  }

  /** An exchange has ended. One that catching up will come to is left to that. */
  ended(entry: Item): void {
    const { response, dropped, mostUnread = MOST_UNREAD } = this.#following
    if (response.destroyed || (!this.#isUpToDate && entry.sequence > this.#last)) return
    const { writableLength: unread } = response
    if (unread <= mostUnread) {
      this.#send(entry)
      return
    }
    response.destroy()
    dropped(
      `a follower of the journal was dropped at exchange ${entry.sequence}: it had left ${unread} bytes unread, and no more than ${mostUnread} are kept for it`,
    )
  }

  #send(entry: Item): void {
    this.#following.response.write(this.#textOf(entry))
  }

  /** What is sent of one that is known from then on. */
  #textOf(entry: Item): string {
    this.#last = Math.max(this.#last, entry.sequence)
    return `id: ${entry.sequence}\ndata: ${JSON.stringify(this.#following.write(entry))}\n\n`
  }

  #tellGap(): void {
    const { forgottenUpTo } = this.#followed
    if (forgottenUpTo <= Math.max(this.#last, this.#toldUpTo)) return
    const gap = JSON.stringify({ after: this.#last, forgotten_up_to: forgottenUpTo })
    this.#following.response.write(`event: gap\ndata: ${gap}\n\n`)
    this.#toldUpTo = forgottenUpTo
  }
}

/** The follower has read what was sent, or is gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      response.off('drain', settle).off('close', settle)
      resolve()
    }
    response.on('drain', settle).on('close', settle)
  })
}
