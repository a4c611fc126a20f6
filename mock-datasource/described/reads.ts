import type { SeenExchange, SeenResponse } from '../../contracts/data-source/exchange.ts'
import type { PageRead, Reads } from '../../contracts/data-source/reads.ts'
import { type Carrier, jsonIn } from './carried.ts'
import type { Parts } from './parts.ts'
import { queriesIn } from './queries.ts'
import { type Template, templateOf, valueAt, type Way } from './template.ts'

/** How answers are read of which a description gives the form: what stands where its placeholders do. */
export function readsOf(parts: Parts): Reads {
  const { description, answers } = parts
  const errorBody = templateOf(description.errors.body)
  const status = answers['status']
  const error = ({ body }: SeenResponse) => errorIn(body, errorBody)
  return {
    errorCode: (response) => error(response)?.code,
    error,
    ...(status?.wayTo('status') && { status: ({ body }: SeenResponse) => statusIn(body, status) }),
    page: (exchange) => (exchange.operation === parts.paged ? pageIn(parts, exchange) : undefined),
    query(request) {
      const [query] = queriesIn(carrierOf(request), description.query)
      return typeof query === 'string' ? query : undefined
    },
  }
}

function errorIn(body: string, template: Template): { code: string; message: unknown } | undefined {
  const way = template.wayTo('code') ?? []
  // Most bodies are no errors, and to parse each one whole would cost more than is gained.
  if (!mayHold(body, way)) return undefined
  const value = jsonIn(body)
  const code = valueAt(value, way)
  if (typeof code !== 'string' && typeof code !== 'number') return undefined
  const message = template.wayTo('message')
  return { code: String(code), message: message && valueAt(value, message) }
}

function mayHold(body: string, way: Way): boolean {
  return way.every((step) => typeof step === 'number' || body.includes(`"${step}"`))
}

function statusIn(body: string, template: Template) {
  const value = jsonIn(body)
  const at = (name: string) => {
    const way = template.wayTo(name)
    return way && valueAt(value, way)
  }
  const word = at('status')
  const progress = at('progress') ?? at('fraction')
  if (typeof word !== 'string') return undefined
  return { word, ...(progress !== undefined && { progress }) }
}

function pageIn({ paging, answers, paged }: Parts, exchange: SeenExchange): PageRead {
  const value = jsonIn(exchange.response?.body)
  const at = (name: string) => {
    const way = answers[paged]?.wayTo(name)
    return way && valueAt(value, way)
  }
  const rows = at('rows')
  const next = at('next')
  return {
    ...paging.read(carrierOf(exchange.request)),
    ...(Array.isArray(rows) && { rows: rows.length }),
    ...((typeof next === 'string' || next === null) && { next }),
  }
}

function carrierOf({ path, headers, body }: SeenExchange['request']): Carrier {
  return { url: path, headers, body: body ?? '' }
}
