import type { Endpoint } from '../data-source-definition.ts'
import { follow, foundBy, poll, type Search } from '../engine/search.ts'
import type { Store } from '../engine/store.ts'
import type { ApiRequest } from '../http/api-request.ts'
import { statusGivesRows } from './modes.ts'
import { mostRowsAt, pageOf, type Result } from './page.ts'
import { LOG_IN, type Parts, refusalFor } from './parts.ts'
import { queriesIn } from './queries.ts'
import { reply } from './reply.ts'
import { idsIn } from './search-id.ts'
import { carrierOf } from './serve.ts'
import { toldOf } from './states.ts'

type Answer = Endpoint['answer']

/** What each operation of a description does. */
export function operationAnswers(parts: Parts): Readonly<Record<string, Answer>> {
  const beside = Object.keys(parts.description.beside).map((name): [string, Answer] => [
    name,
    (_request, store) => reply(parts, name, { most_rows: mostRowsAt(parts, store) ?? null }),
  ])
  return {
    ...Object.fromEntries(beside),
    ping: () => reply(parts, 'ping', {}),
    create: async (request, store) => {
      const search = await store.createSearch(queryOf(parts, request))
      if (!search) throw refusalFor(parts, 'general')
      const facts = { searchId: search.id }
      return { ...reply(parts, 'create', valuesOf(parts, search)), facts }
    },
    status: (request, store) => {
      const search = namedSearch(parts, 'status', request, store)
      poll(search, store)
      return statusGivesRows(parts.description)
        ? pageOf(parts, store, resultOf(parts, search, 'status'), request)
        : reply(parts, 'status', valuesOf(parts, search))
    },
    results: (request, store) => {
      const search = namedSearch(parts, 'results', request, store)
      follow(search, store)
      refuseUnlessCompleted(parts, search)
      return pageOf(parts, store, resultOf(parts, search, 'results'), request)
    },
    delete: (request, store) => {
      const search = namedSearch(parts, 'delete', request, store)
      store.searches.delete(search.id)
      return reply(parts, 'delete', valuesOf(parts, search))
    },
    query: (request, store) => {
      const query = queryOf(parts, request)
      const { source } = store
      const owner = `query:${parts.queries.canonical?.(query) ?? query}`
      return pageOf(parts, store, { operation: 'query', source, query, owner, values: {} }, request)
    },
    [LOG_IN]: (request, store) => {
      const shown = parts.scheme.logIn?.(carrierOf(request), store)
      if (shown === undefined) throw refusalFor(parts, 'unauthenticated')
      return reply(parts, LOG_IN, { ...shown })
    },
  }
}

function resultOf(parts: Parts, search: Search, operation: string): Result {
  const { source, query, serial } = search
  const isReady = meaningOf(parts, search) === 'COMPLETED'
  const owner = `search:${serial}`
  return { operation, source, query, owner, isReady, values: valuesOf(parts, search) }
}

function meaningOf({ states }: Parts, { status }: Search) {
  return states.find(({ word }) => word === status)?.means
}

function valuesOf({ states }: Parts, search: Search) {
  const { id, status, progress } = search
  const told = toldOf(states, status)
  return { ...told, id, progress, fraction: progress / 100, found: foundBy(search) }
}

function queryOf(parts: Parts, request: ApiRequest): string {
  const { description, pagingNames } = parts
  const [query, ...others] = queriesIn(carrierOf(request), description.query, pagingNames)
  if (typeof query === 'string' && others.length === 0) return query
  const what = parts.description.query.at ?? 'the query'
  const message = others.length > 0 ? `'${what}' is there twice` : `'${what}' must be there, a text`
  throw refusalFor(parts, 'bad_parameter', { message })
}

function namedSearch(
  parts: Parts,
  operation: 'status' | 'results' | 'delete',
  request: ApiRequest,
  store: Store,
): Search {
  const described = parts.description.operations[operation]
  const [id, ...others] = idsIn(described, carrierOf(request))
  const isOne = typeof id === 'string' && id !== '' && others.length === 0
  if (!isOne && described?.id !== undefined) {
    const message = `'${described.id.at}' must be there, once, and not empty`
    throw refusalFor(parts, 'bad_parameter', { message })
  }
  const search = store.searches.get(String(id))
  if (search === undefined) throw refusalFor(parts, 'no_such_search')
  return search
}

function refuseUnlessCompleted(parts: Parts, search: Search): void {
  const means = meaningOf(parts, search)
  if (means === 'COMPLETED') return
  throw refusalFor(parts, means === 'ERROR' ? 'general' : 'running')
}
