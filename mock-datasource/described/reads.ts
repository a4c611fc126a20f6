import type { SeenExchange, SeenResponse } from '../../contracts/data-source/exchange.ts'
import type { PageRead, Reads } from '../../contracts/data-source/reads.ts'
import type { Carrier } from './carried.ts'
import { errorReadsOf } from './error-reads.ts'
import { operationsOf } from './facts.ts'
import { readableBy } from './hooks/hook-bodies.ts'
import type { Parts } from './parts.ts'
import { pathReader } from './paths.ts'
import { queriesIn } from './queries.ts'
import { stateIn } from './states.ts'
import { placesOf, type Template, valueAt } from './template.ts'

/** How answers are read of which a description gives the form: what stands where its placeholders do. */
export function readsOf(parts: Parts): Reads {
  const { description, answers } = parts
  const pathIn = pathReader(operationsOf(description))
  const status = answers['status']
  return {
    ...errorReadsOf(parts),
    ...(status && { status: ({ body }: SeenResponse) => statusIn(body, status, parts) }),
    page: (exchange) =>
      parts.paged.includes(exchange.operation ?? '')
        ? pageIn(parts, exchange, pathIn(exchange.request))
        : undefined,
    query(request) {
      const carrier = readableBy(parts.hooks, carrierOf(request, pathIn(request)))
      const [query] = queriesIn(carrier, description.query, parts.pagingNames)
      return typeof query === 'string' ? query : undefined
    },
  }
}

function statusIn(body: string, template: Template, { states }: Parts) {
  const value = template.read(body)
  const at = (name: string) => {
    const way = template.wayTo(name)
    return way && valueAt(value, way)
  }
  const word = stateIn(value, template, states)
  const told = at('progress') ?? at('fraction')
  const progress = template.format.written === 'texts' ? numberIn(told) : told
  if (word === undefined) return undefined
  return { word, ...(progress !== undefined && { progress }) }
}

function pageIn(parts: Parts, exchange: SeenExchange, path: Carrier['path']): PageRead {
  const { paging, answers, hooks } = parts
  const template = answers[exchange.operation ?? '']
  const value = template?.read(exchange.response?.body ?? '')
  const at = (name: string) => {
    const way = template?.wayTo(name)
    return way && valueAt(value, way)
  }
  const rows = at('rows')
  // Where there is no null, what leads nowhere is not there.
  const end = template?.format.written === 'texts' && Array.isArray(rows) ? null : undefined
  // Null is the end of a result, and not the same as nothing.
  const inBody = at('next')
  const told = inBody === undefined ? paging.nextIn?.(exchange.response?.headers ?? {}) : inBody
  const sought = told === undefined ? soughtAfter(parts, rows) : told
  const given = sought === undefined && template?.has('next') ? end : sought
  const next = typeof given === 'string' && paging.tokenIn ? paging.tokenIn(given) : given
  return {
    ...paging.read(readableBy(hooks, carrierOf(exchange.request, path))),
    ...(Array.isArray(rows) && { rows: rows.length }),
    ...((typeof next === 'string' || next === null) && { next }),
  }
}

/** The values behind which a client goes on, in JSON; undefined where the paging style goes by none. */
function soughtAfter({ description, paging }: Parts, rows: unknown): string | null | undefined {
  const way = paging.sortedBy && placesOf(description.row.as).wayTo('sort')
  if (way === undefined || !Array.isArray(rows)) return undefined
  const values = valueAt(rows.at(-1), way)
  return Array.isArray(values) ? JSON.stringify(values) : null
}

function numberIn(text: unknown): unknown {
  return typeof text === 'string' && text.trim() !== '' && !Number.isNaN(Number(text))
    ? Number(text)
    : text
}

function carrierOf(
  { path: url, headers, body }: SeenExchange['request'],
  path: Carrier['path'],
): Carrier {
  return { url, headers, body: body ?? '', path }
}
