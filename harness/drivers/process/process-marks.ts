import { randomBytes } from 'node:crypto'
import { endMarked, MARK, markedWith } from './marked-processes.ts'

/** To look through all processes of a machine takes some milliseconds, and calls come by the thousand. */
const ENDS_OF_A_SEARCH = 50
const DIGITS = 9

/**
 * Marks the processes that a driver starts, so that what they leave behind is found: a child that has made a session
 * of its own, say, which no group holds.
 */
export class ProcessMarks {
  readonly #driver = randomBytes(8).toString('hex')
  readonly #living = new Set<string>()
  #begun = 0
  #ended = 0

  /** The mark of a process that is about to start, and the variable that carries it. */
  begin(): { readonly mark: string; readonly variables: Readonly<Record<string, string>> } {
    this.#begun += 1
    // All of one length: one takes the place of another where /proc shows a forked process's variables.
    const mark = `${this.#driver}.${String(this.#begun).padStart(DIGITS, '0')}`
    this.#living.add(mark)
    return { mark, variables: { [MARK]: markedWith(mark) } }
  }

  /** That process has ended. What it has left ends sooner or later: see `close`. */
  end(mark: string): void {
    this.#living.delete(mark)
    this.#ended += 1
    if (this.#ended % ENDS_OF_A_SEARCH === 0) this.#search()
  }

  /** Ends whatever is left of all that have ended. */
  close(): void {
    if (this.#begun > 0) this.#search()
  }

  #search(): void {
    const ours = `${this.#driver}.`
    endMarked((marks) =>
      marks.split(',').some((mark) => mark.startsWith(ours) && !this.#living.has(mark)),
    )
  }
}
