import type {
  OpenApiDocument,
  OpenApiMedia,
  OpenApiOperation,
  OpenApiParameter,
  OpenApiResponse,
} from '../../openapi-document.ts'
import {
  ABC_DEFAULT_LIMIT,
  ABC_DEFAULT_MAX_PAGE_SIZE,
  ABC_NAME,
  ABC_VERSION,
  type AbcCreateSearchBody,
  type AbcDeleteBody,
  type AbcOperation,
  type AbcPingBody,
  type AbcResultsBody,
  AbcResultsParameters,
  type AbcSearchStatusBody,
} from '../api.ts'
import { inlineSchema, schemaRef } from './component-schemas.ts'
import { errorsOf } from './error-responses.ts'
import { type HeaderName, headerRefs } from './headers.ts'

const ID = '3f0c2a2e-2c55-4c6f-8c4e-6a6f9a0f5b1d'
const QUERY = "SELECT id, time, ipaddress FROM events WHERE action = 'blocked'"

const PONG: AbcPingBody = { code: 200, success: true, name: ABC_NAME, version: ABC_VERSION }
const CREATED: AbcCreateSearchBody = { code: 200, query_id: ID, status: 'WAIT', progress: 0 }
const DELETED: AbcDeleteBody = { code: 200, success: true }
const FOUND: AbcSearchStatusBody = {
  ...CREATED,
  status: 'COMPLETED',
  progress: 100,
  record_count: 1,
}
const PAGE: AbcResultsBody = {
  code: 200,
  data: [{ id: 'evt-1', time: '2026-01-01T00:00:00.000Z', ipaddress: '192.0.2.7' }],
  offset: 0,
  total: 1,
  next_page_token: null,
}

const CAP = `A page holds at most ${ABC_DEFAULT_MAX_PAGE_SIZE.toLocaleString('en')} rows unless the server is set otherwise, however large \`limit\` is; at or past the end it holds none.`

const QUERY_ID: OpenApiParameter = {
  name: 'query_id',
  in: 'path',
  description: "The search's id, percent-encoded.",
  required: true,
  schema: schemaRef('SearchId'),
}

type Paths = OpenApiDocument['paths']

/** Every operation of the API, by path and method. */
export function paths(): Paths {
  return {
    '/ping': { get: ping() },
    '/searches': { post: create() },
    '/searches/{query_id}': { get: status(), delete: deleteSearch() },
    '/searches/{query_id}/results': { get: results() },
    '/events/query': { post: synchronousQuery() },
  }
}

function ping(): OpenApiOperation {
  return {
    operationId: 'ping',
    summary: 'Whether the server is there',
    description: 'Takes credentials like every operation, so it shows that they are right, too.',
    responses: answers('ping', 200, success('The server is there.', 'Ping', PONG)),
  }
}

function create(): OpenApiOperation {
  return {
    operationId: 'create',
    summary: 'Make a search',
    description: 'The search goes on by itself; ask for its status until it is over.',
    requestBody: body('CreateSearchRequest', { query: QUERY }),
    responses: answers(
      'create',
      201,
      success('The search is made.', 'CreatedSearch', CREATED, ['Location']),
    ),
  }
}

function status(): OpenApiOperation {
  return {
    operationId: 'status',
    summary: 'How far a search is',
    description: 'Progress never goes down, and COMPLETED, CANCELED and ERROR stay.',
    parameters: [QUERY_ID],
    responses: answers('status', 200, success('How far it is.', 'SearchStatus', FOUND)),
  }
}

function results(): OpenApiOperation {
  return {
    operationId: 'results',
    summary: 'One page of the rows that a search found',
    description: `Only of a search that is COMPLETED. ${CAP} \`offset\` together with \`page_token\`: 1005.`,
    parameters: [QUERY_ID, ...resultsParameters()],
    responses: answers('results', 200, success('The page.', 'ResultsPage', PAGE)),
  }
}

function deleteSearch(): OpenApiOperation {
  return {
    operationId: 'delete',
    summary: 'Delete a search',
    description: 'Whatever its status; one that runs is canceled. From then on it is 1002.',
    parameters: [QUERY_ID],
    responses: answers('delete', 200, success('It is gone.', 'Deleted', DELETED)),
  }
}

function synchronousQuery(): OpenApiOperation {
  return {
    operationId: 'query',
    summary: 'Query without a search',
    description: `Answers with a page of the rows themselves; a token is good for the same query. ${CAP} \`offset\` together with \`page_token\`: 1005.`,
    requestBody: body('SynchronousQueryRequest', { query: QUERY, limit: ABC_DEFAULT_LIMIT }),
    responses: answers('query', 200, success('The page.', 'ResultsPage', PAGE)),
  }
}

function resultsParameters(): readonly OpenApiParameter[] {
  const defaults: Readonly<Record<string, number>> = { offset: 0, limit: ABC_DEFAULT_LIMIT }
  return Object.entries(AbcResultsParameters.shape).map(([name, schema]) => {
    const { description, ...rest } = inlineSchema(schema)
    const value = defaults[name]
    return {
      name,
      in: 'query',
      description: String(description),
      schema: value === undefined ? rest : { ...rest, default: value },
    }
  })
}

type SchemaName = Parameters<typeof schemaRef>[0]

function body(schema: SchemaName, value: unknown) {
  return { required: true, content: json(schema, value) } as const
}

function success(
  description: string,
  schema: SchemaName,
  value: unknown,
  headers?: readonly HeaderName[],
): OpenApiResponse {
  return { description, headers: headerRefs(headers), content: json(schema, value) }
}

function json(schema: SchemaName, value: unknown): Readonly<Record<string, OpenApiMedia>> {
  const media = {
    schema: schemaRef(schema),
    examples: { example: { value } },
  }
  return { 'application/json': media }
}

function answers(operation: AbcOperation, status: number, response: OpenApiResponse) {
  return { [status]: response, ...errorsOf(operation) }
}
