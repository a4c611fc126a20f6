import { type IdStyle, idAt } from './ids.ts'
import type { Drive, Ending, Search } from './search.ts'
import type { Source } from './source.ts'
import { TooManySearchesError } from './too-many-searches.ts'

/** How many searches live at once where nobody says otherwise. */
export const MOST_SEARCHES = 100_000
/** Of the queries of all of them: those of 10,000 with the longest query fit. Each takes a byte or two. */
const MOST_CHARACTERS = 700_000_000

/** What a new search needs; `id` is made where none is given. */
export interface NewSearch {
  readonly id?: string | undefined
  readonly query: string
  readonly source: Source
  readonly total: number
  readonly ending: Ending
  readonly drive: Drive
  readonly startedAt: number
  readonly status: string
  readonly progress: number
}

/** How many searches there is room for. */
export interface Room {
  readonly most?: number | undefined
  readonly mostCharacters?: number
  /** Told the first time that there is none left. */
  readonly notice?: (sentence: string) => void
}

/** The searches that live, by id. Every operation costs the same however many there are. */
export class Searches {
  /** How many can live at once. */
  readonly most: number
  readonly #mostCharacters: number
  #notice: (sentence: string) => void
  #characters = 0
  readonly #byId = new Map<string, Search>()
  #made = 0
  #idsIssued = 0

  constructor({ most, mostCharacters = MOST_CHARACTERS, notice = () => {} }: Room = {}) {
    this.most = most ?? MOST_SEARCHES
    this.#mostCharacters = mostCharacters
    this.#notice = notice
  }

  get count(): number {
    return this.#byId.size
  }

  /** How many were ever made; the next search's serial. */
  get made(): number {
    return this.#made
  }

  get idsIssued(): number {
    return this.#idsIssued
  }

  all(): Search[] {
    return [...this.#byId.values()]
  }

  get(id: string): Search | undefined {
    return this.#byId.get(id)
  }

  has(id: string): boolean {
    return this.#byId.has(id)
  }

  delete(id: string): boolean {
    this.#characters -= this.#byId.get(id)?.query.length ?? 0
    return this.#byId.delete(id)
  }

  /** Throws a TooManySearchesError where there is no room for one more with this query. */
  refuseIfFull(query: string): void {
    const isFull = this.count >= this.most
    if (!isFull && this.#characters + query.length <= this.#mostCharacters) return
    const sentence = isFull
      ? `${this.count} searches live, the most that --max-searches allows`
      : `the queries of the ${this.count} searches that live (--max-searches: ${this.most}) have ${this.#characters} characters, and there is room for ${this.#mostCharacters}`
    this.#notice(`${sentence}; creating one fails until others are deleted`)
    this.#notice = () => {}
    throw new TooManySearchesError(sentence)
  }

  /** The caller has made sure that `id`, where given, is free. Throws a TooManySearchesError. */
  create(search: NewSearch, ids: { seed: number; style: IdStyle }): Search {
    this.refuseIfFull(search.query)
    const id = search.id ?? this.#freeId(ids.seed, ids.style)
    const made: Search = {
      serial: this.#made++,
      id,
      query: search.query,
      source: search.source,
      total: search.total,
      ending: search.ending,
      drive: search.drive,
      startedAt: search.startedAt,
      polls: 0,
      status: search.status,
      progress: search.progress,
      held: false,
    }
    this.#byId.set(id, made)
    this.#characters += made.query.length
    return made
  }

  /** Takes the place of everything there was; used to restore a snapshot. */
  replace(searches: readonly Search[], counters: { made: number; idsIssued: number }): void {
    this.#byId.clear()
    for (const search of searches) this.#byId.set(search.id, search)
    this.#characters = searches.reduce((sum, { query }) => sum + query.length, 0)
    this.#made = counters.made
    this.#idsIssued = counters.idsIssued
  }

  /** A client may have taken the id that is next in line; then the one after it is used. */
  #freeId(seed: number, style: IdStyle): string {
    for (;;) {
      const id = idAt(seed, this.#idsIssued++, style)
      if (!this.#byId.has(id)) return id
    }
  }
}
