import { type IdStyle, idAt } from './ids.ts'
import type { Drive, Ending, Search } from './search.ts'
import type { Source } from './source.ts'

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

/** The searches that live, by id. Every operation costs the same however many there are. */
export class Searches {
  readonly #byId = new Map<string, Search>()
  #made = 0
  #idsIssued = 0

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
    return this.#byId.delete(id)
  }

  /** The caller has made sure that `id`, where given, is free. */
  create(search: NewSearch, ids: { seed: number; style: IdStyle }): Search {
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
    return made
  }

  /** Takes the place of everything there was; used to restore a snapshot. */
  replace(searches: readonly Search[], counters: { made: number; idsIssued: number }): void {
    this.#byId.clear()
    for (const search of searches) this.#byId.set(search.id, search)
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
