import { MatchersV3, type V3Request } from '@pact-foundation/pact'
import type { ApiClient } from '../../../../connectors/abc-security-monitor/api-client.ts'
import {
  ABC_BASE_PATH,
  ABC_STATUSES,
  type AbcOperation,
} from '../../../../contracts/abc-security-monitor/api.ts'
import { ABC_API_ERRORS } from '../../../../contracts/abc-security-monitor/error-table.ts'
import {
  ABC_OPERATION_ERRORS,
  type AbcErrorCode,
} from '../../../../contracts/abc-security-monitor/operation-errors.ts'
import type { PactProviderState } from '../../../../contracts/pact-file.ts'
import { provokedBy } from '../../../../harness/pacts/record/provoked-by.ts'
import { fromState } from './from-state.ts'

const { integer, like, regex, eachLike } = MatchersV3

/** The credentials of the examples. A provider's own take their place when it is verified. */
export const EXAMPLE = { username: 'example', password: 'example' }

const SEARCH_ID = '3f1c2a9e-0d7b-4c58-9a61-5e2b7c4d8f10'
const PAGE_TOKEN = '+/+/AAAAAAAB=='
const QUERY = 'SELECT * FROM events LIMIT 3'
const NO_QUERY = 'SELECT FROM'

/** What the client is asked to do, what it sends, and what comes back. */
export interface Interaction {
  readonly description: string
  readonly states: readonly PactProviderState[]
  readonly call: (api: ApiClient) => Promise<unknown>
  readonly request: V3Request
  readonly response: { readonly status: number; readonly body: unknown; readonly headers?: Headers }
  /** The API's code, where the provider answers with an error. */
  readonly code?: AbcErrorCode
}

type Headers = Readonly<Record<string, string | ReturnType<typeof like<string>>>>
type Asked = Pick<Interaction, 'call' | 'request'>

const PERMITTED: PactProviderState = { name: 'an account may use the API' }
const search = (params: NonNullable<PactProviderState['params']>): PactProviderState => ({
  name: 'there is a search',
  params,
})

const searchPath = (behind = '') =>
  fromState('search_id', SEARCH_ID, { before: `${ABC_BASE_PATH}/searches/`, behind })
const token = () => fromState('page_token', PAGE_TOKEN)

const ROW = { id: like('evt-00000001-0'), time: like('2026-01-01T00:00:00.000Z') }
const page = (offset: number, next: unknown) => ({
  code: 200,
  data: eachLike(ROW),
  offset: integer(offset),
  total: integer(3),
  next_page_token: next,
})

/** What the client does with each operation, by the operation. */
const ASKED: Readonly<Record<AbcOperation, Asked>> = {
  ping: {
    call: (api) => api.ping(),
    request: { method: 'GET', path: `${ABC_BASE_PATH}/ping` },
  },
  create: {
    call: (api) => api.createSearch(QUERY),
    request: { method: 'POST', path: `${ABC_BASE_PATH}/searches`, body: { query: QUERY } },
  },
  status: {
    call: (api) => api.searchStatus(SEARCH_ID),
    request: { method: 'GET', path: searchPath() },
  },
  results: {
    call: (api) => api.searchResults(SEARCH_ID, { offset: 0 }, 2),
    request: { method: 'GET', path: searchPath('/results'), query: { offset: '0', limit: '2' } },
  },
  delete: {
    call: (api) => api.deleteSearch(SEARCH_ID),
    request: { method: 'DELETE', path: searchPath() },
  },
  query: {
    call: (api) => api.queryEvents(QUERY, { offset: 0 }, 2),
    request: {
      method: 'POST',
      path: `${ABC_BASE_PATH}/events/query`,
      body: { query: QUERY, offset: 0, limit: 2 },
    },
  },
}

const BY_TOKEN: Readonly<Record<'results' | 'query', Asked>> = {
  results: {
    call: (api) => api.searchResults(SEARCH_ID, { page_token: PAGE_TOKEN }, 2),
    request: {
      method: 'GET',
      path: searchPath('/results'),
      query: { page_token: token(), limit: '2' },
    },
  },
  query: {
    call: (api) => api.queryEvents(QUERY, { page_token: PAGE_TOKEN }, 2),
    request: {
      method: 'POST',
      path: `${ABC_BASE_PATH}/events/query`,
      body: { query: QUERY, page_token: token(), limit: 2 },
    },
  },
}

const SUCCESSES: readonly Interaction[] = [
  {
    description: 'a ping',
    states: [PERMITTED],
    ...ASKED.ping,
    response: {
      status: 200,
      body: {
        code: 200,
        success: true,
        name: like('ABC Security Monitor'),
        version: like('1.0.0'),
      },
    },
  },
  {
    description: 'a query that makes a search',
    states: [PERMITTED],
    ...ASKED.create,
    response: {
      status: 201,
      headers: { Location: like(`${ABC_BASE_PATH}/searches/${SEARCH_ID}`) },
      body: { code: 200, query_id: like(SEARCH_ID), status: 'WAIT', progress: 0 },
    },
  },
  ...ABC_STATUSES.map((status): Interaction => {
    const progress = { WAIT: 0, COMPLETED: 100 }[status as string] ?? 50
    return {
      description: `the status of a search that is ${status}`,
      states: [PERMITTED, search({ status, progress, rows: 3 })],
      ...ASKED.status,
      response: {
        status: 200,
        body: {
          code: 200,
          query_id: like(SEARCH_ID),
          status,
          progress: integer(progress),
          record_count: integer(3),
        },
      },
    }
  }),
  {
    description: 'the first page of results',
    states: [PERMITTED, search({ status: 'COMPLETED', rows: 3 })],
    ...ASKED.results,
    response: { status: 200, body: page(0, like(PAGE_TOKEN)) },
  },
  {
    description: 'the last page of results',
    states: [PERMITTED, search({ status: 'COMPLETED', rows: 3, token_after: 2 })],
    ...BY_TOKEN.results,
    response: { status: 200, body: page(2, null) },
  },
  {
    description: 'the deletion of a search',
    states: [PERMITTED, search({ status: 'COMPLETED', rows: 3 })],
    ...ASKED.delete,
    response: { status: 200, body: { code: 200, success: true } },
  },
  {
    description: 'the first page of a synchronous query',
    states: [PERMITTED, { name: 'there are events' }],
    ...ASKED.query,
    response: { status: 200, body: page(0, like(PAGE_TOKEN)) },
  },
  {
    description: 'the last page of a synchronous query',
    states: [PERMITTED, { name: 'there are events', params: { query: QUERY, token_after: 2 } }],
    ...BY_TOKEN.query,
    response: { status: 200, body: page(2, null) },
  },
]

/** Every error that an operation can answer with, each under the status that the API gives its code. */
const ERRORS: readonly Interaction[] = Object.entries(ABC_OPERATION_ERRORS).flatMap(
  ([name, byStatus]) => {
    const operation = name as AbcOperation
    const codes = new Set(Object.values(byStatus).flat() as AbcErrorCode[])
    return [...codes].map((code): Interaction => {
      const { http, message } = ABC_API_ERRORS[code]
      return {
        description: `${operation} answered with error ${code}`,
        ...provoked(operation, code),
        response: { status: http, body: { code, message: like(message) } },
        code,
      }
    })
  },
)

/** A wrong parameter, which the client does not send, is what the data source fails with. */
function provoked(
  operation: AbcOperation,
  code: AbcErrorCode,
): Asked & Pick<Interaction, 'states'> {
  const asked = code === 2000 ? badQuery(operation) : ASKED[operation]
  return { ...asked, states: provokedBy({ operation, code, natural: code !== 1005 }) }
}

function badQuery(operation: AbcOperation): Asked {
  const { request } = ASKED[operation]
  return operation === 'create'
    ? {
        call: (api) => api.createSearch(NO_QUERY),
        request: { ...request, body: { query: NO_QUERY } },
      }
    : {
        call: (api) => api.queryEvents(NO_QUERY, { offset: 0 }, 2),
        request: { ...request, body: { query: NO_QUERY, offset: 0, limit: 2 } },
      }
}

/** Everything that the connectors' client asks of the API. */
export const INTERACTIONS: readonly Interaction[] = [...SUCCESSES, ...ERRORS]

/** Responses are JSON, whatever they say. */
export const JSON_RESPONSE = {
  'Content-Type': regex('^application/json(;.*)?$', 'application/json'),
}
