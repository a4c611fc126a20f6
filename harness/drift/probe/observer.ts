import { isDeepStrictEqual } from 'node:util'
import type * as z from 'zod'
import type { Exchange } from '../exchange.ts'
import { maskedStrings } from '../masked-strings.ts'
import type { Observed, Seen } from '../observed.ts'
import { ALL, answerFacets } from './answer-facets.ts'
import { evidenceOf } from './evidence-of.ts'
import type { Expected } from './expected.ts'

type Json = z.core.util.JSONType

/** What a scenario writes down at one side. It never compares. */
export class Observer {
  readonly observed: Observed[] = []
  readonly #mask: (text: string) => string

  constructor(mask: (text: string) => string) {
    this.#mask = mask
  }

  /**
   * An answer, or several to the same kind of request: status, code, body, message and headers. What is not
   * the same in all of them is written down as a list.
   */
  answer(probe: string, exchanges: Exchange | readonly Exchange[], expected: Expected): void {
    const all = Array.isArray(exchanges)
      ? (exchanges as readonly Exchange[])
      : [exchanges as Exchange]
    if (all.some(({ answer }) => answer?.status === 429)) {
      this.unknown(probe, 'it is refused for too many requests (429)')
      return
    }
    const facets = all.map((exchange) => ({ exchange, values: answerFacets(exchange, expected) }))
    for (const facet of new Set(facets.flatMap(({ values }) => Object.keys(values)))) {
      const distinct: { value: Json; exchange: Exchange }[] = []
      for (const { values, exchange } of facets) {
        const value = values[facet]
        const isNew = !distinct.some((known) => isDeepStrictEqual(known.value, value))
        if (value !== undefined && isNew) distinct.push({ value, exchange })
      }
      this.exact(
        probe,
        facet,
        merged(distinct.map(({ value }) => value)),
        distinct.at(-1)?.exchange,
      )
    }
  }

  /** A value that must be equal at both sides. */
  exact(probe: string, facet: string, value: Json, exchange?: Exchange): void {
    this.seen(probe, facet, { kind: 'exact', value }, exchange)
  }

  /** What cannot be seen, and why; without a facet, nothing of the probe. */
  unknown(probe: string, reason: string, facet: string = ALL): void {
    this.seen(probe, facet, { kind: 'unknown', reason })
  }

  seen(probe: string, facet: string, seen: Seen, exchange?: Exchange): void {
    const evidence = exchange && evidenceOf(exchange, this.#mask)
    // Not the kind, which a password may happen to be called like.
    const masked =
      'value' in seen ? { ...seen, value: maskedStrings(seen.value, this.#mask) } : seen
    this.observed.push({ probe, facet, seen: masked as Seen, ...(evidence && { evidence }) })
  }
}

/** In an order that does not depend on which came first. */
function merged(values: readonly Json[]): Json {
  const [first = null] = values
  if (values.length <= 1) return first
  return values.flat().toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
