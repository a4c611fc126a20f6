import { METHODS, type Method } from '../../../contracts/method.ts'
import type { CaseFacts } from '../case-facts.ts'

/** In how many cases something was tried, and how they came out: `tried` is the sum of the other two. */
export interface Tally {
  readonly tried: number
  readonly held: number
  readonly violated: number
}

/**
 * What cases tried. One that holds counts for every method that it called, and every fault and error code
 * that these met. One that does not counts for the call that broke the clause alone: of the others it says
 * nothing.
 */
export interface Coverage {
  readonly methods: readonly (Tally & { readonly method: Method })[]
  /** By the kind of the fault. */
  readonly faults: readonly (Tally & { readonly fault: string; readonly method: Method })[]
  /** By the error code of the API; `unlisted` stands for all that no table has. */
  readonly codes: readonly (Tally & { readonly code: string; readonly method: Method })[]
}

type Row = Tally & { readonly method: Method; readonly fault?: string; readonly code?: string }

/** Counts cases as they end. */
export class CoverageCount {
  readonly #methods = new Rows()
  readonly #faults = new Rows()
  readonly #codes = new Rows()

  add({ held, asAllowed, calls }: CaseFacts): void {
    const seen = { methods: new Rows(), faults: new Rows(), codes: new Rows() }
    for (const { method, faults, codes } of held ? calls : calls.slice(-1)) {
      seen.methods.set({ method, ...ONE(held) })
      for (const fault of faults) seen.faults.set({ method, fault, ...ONE(held && asAllowed) })
      for (const code of codes) seen.codes.set({ method, code, ...ONE(held) })
    }
    this.#methods.addAll(seen.methods.list())
    this.#faults.addAll(seen.faults.list())
    this.#codes.addAll(seen.codes.list())
  }

  addAll(coverage: Coverage): void {
    this.#methods.addAll(coverage.methods)
    this.#faults.addAll(coverage.faults)
    this.#codes.addAll(coverage.codes)
  }

  /** In an order that does not depend on which case ended first. */
  get coverage(): Coverage {
    return {
      methods: this.#methods.list() as Coverage['methods'],
      faults: this.#faults.list() as Coverage['faults'],
      codes: this.#codes.list() as Coverage['codes'],
    }
  }
}

const ONE = (held: boolean): Tally => ({
  tried: 1,
  held: held ? 1 : 0,
  violated: held ? 0 : 1,
})

class Rows {
  readonly #rows = new Map<string, Row>()

  /** A case counts once, however many calls of it are alike. */
  set(row: Row): void {
    this.#rows.set(keyOf(row), row)
  }

  addAll(rows: readonly Row[]): void {
    for (const row of rows) {
      const { tried = 0, held = 0, violated = 0 } = this.#rows.get(keyOf(row)) ?? {}
      this.#rows.set(keyOf(row), {
        ...row,
        tried: tried + row.tried,
        held: held + row.held,
        violated: violated + row.violated,
      })
    }
  }

  list(): readonly Row[] {
    return [...this.#rows.values()].sort(
      (one, other) =>
        nameOf(one).localeCompare(nameOf(other), 'en', { numeric: true }) ||
        METHODS.indexOf(one.method) - METHODS.indexOf(other.method),
    )
  }
}

function nameOf({ fault, code }: Row): string {
  return fault ?? code ?? ''
}

function keyOf(row: Row): string {
  return `${nameOf(row)} ${row.method}`
}
