import type { ServerResponse } from 'node:http'
import type { Journal } from './journal.ts'
import type { JournalEntry } from './journal-entry.ts'

/** How much a follower may leave unread, in bytes, before it is dropped. */
const MOST_UNREAD = 8 * 1024 * 1024
/** How many entries are looked up at once for a follower that catches up. */
const ENTRIES_AT_ONCE = 100

/** Who follows the journal, and how. */
export interface Following {
  readonly response: ServerResponse
  /** The entries up to this sequence are known. */
  readonly after: number
  /** How an entry is written down. */
  write(entry: JournalEntry): unknown
  /** Told why the follower was dropped. */
  dropped(sentence: string): void
  /** How much may be left unread, in bytes. */
  readonly mostUnread?: number
}

/**
 * Follows the journal as server-sent events: first the entries after `after`, as fast as they are read, then each
 * exchange as it ends. The id of an event is the entry's sequence. An event `gap` says that entries which were to
 * come are no longer kept. Whoever does not read what comes is dropped, and can come back with `Last-Event-ID`.
 */
export async function followJournal(journal: Journal, following: Following): Promise<void> {
  const { response } = following
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.flushHeaders()
  const follower = new Follower(journal, following)
  response.once(
    'close',
    journal.subscribe((entry) => follower.ended(entry)),
  )
  await follower.catchUp()
}

class Follower {
  readonly #journal: Journal
  readonly #following: Following
  /** The highest sequence that was sent, or was to be. */
  #last: number
  /** Up to where a gap was told. */
  #toldUpTo = 0
  #isUpToDate = false

  constructor(journal: Journal, following: Following) {
    this.#journal = journal
    this.#following = following
    this.#last = following.after
  }

  /** Sends what there is so far, no faster than it is read. */
  async catchUp(): Promise<void> {
    const { response } = this.#following
    while (!response.destroyed) {
      this.#tellGap()
      const entries = this.#journal.entries(this.#last, ENTRIES_AT_ONCE)
      if (entries.length === 0) break
      for (const entry of entries) {
        this.#send(entry)
        if (response.writableNeedDrain) break
      }
      if (response.writableNeedDrain) await drained(response)
    }
    this.#isUpToDate = true
  }

  /** An exchange has ended. One that catching up will come to is left to that. */
  ended(entry: JournalEntry): void {
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

  #send(entry: JournalEntry): void {
    const { response, write } = this.#following
    this.#last = Math.max(this.#last, entry.sequence)
    response.write(`id: ${entry.sequence}\ndata: ${JSON.stringify(write(entry))}\n\n`)
  }

  #tellGap(): void {
    const { forgottenUpTo } = this.#journal
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
