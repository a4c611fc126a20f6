import type { Method } from '../../../contracts/method.ts'
import type { JournalEntry } from '../../../mock-datasource/index.ts'
import { requestText } from './request-text.ts'
import { shapeOf } from './shape.ts'

/** What a connector asked of the data source, as plain JSON. */
export interface Footprint {
  /** One exchange for every shape of request and outcome, by that shape. */
  readonly exchanges: Readonly<Record<string, JournalEntry>>
  /** The most requests that one call of a method took. */
  readonly requests: Readonly<Partial<Record<Method, number>>>
}

/** Gathers a footprint. What comes out does not depend on the order in which calls are added. */
export class FootprintCount {
  readonly #exchanges = new Map<string, JournalEntry>()
  readonly #requests = new Map<Method, number>()

  /** Adds a call by the exchanges that it caused. */
  add(method: Method, exchanges: readonly JournalEntry[]): void {
    for (const exchange of exchanges) {
      const shape = shapeOf(exchange)
      if (shape !== undefined) this.#keep(JSON.stringify(shape), exchange)
    }
    // Under a fault, how often a connector asks says more of the machine's speed than of the connector.
    if (exchanges.some(({ fault }) => fault !== undefined)) return
    this.#count(method, exchanges.length)
  }

  addAll({ exchanges, requests }: Footprint): void {
    for (const [shape, exchange] of Object.entries(exchanges)) this.#keep(shape, exchange)
    for (const [method, count] of Object.entries(requests)) this.#count(method as Method, count)
  }

  get footprint(): Footprint {
    return {
      exchanges: Object.fromEntries(this.#exchanges),
      requests: Object.fromEntries(this.#requests),
    }
  }

  /** The smallest stands for all of its shape. */
  #keep(shape: string, exchange: JournalEntry): void {
    const kept = this.#exchanges.get(shape)
    if (kept === undefined || isSmaller(exchange, kept)) this.#exchanges.set(shape, exchange)
  }

  #count(method: Method, requests: number): void {
    this.#requests.set(method, Math.max(this.#requests.get(method) ?? 0, requests))
  }
}

function isSmaller(one: JournalEntry, other: JournalEntry): boolean {
  const [a, b] = [sortText(one), sortText(other)]
  return a.length === b.length ? a < b : a.length < b.length
}

function sortText(entry: JournalEntry): string {
  return `${requestText(entry)}\n${entry.response?.body ?? ''}`
}
