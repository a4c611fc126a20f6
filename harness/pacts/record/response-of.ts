import * as z from 'zod'
import {
  AbcCreateSearchBody,
  AbcDeleteBody,
  AbcErrorBody,
  type AbcOperation,
  AbcPingBody,
  AbcResultsBody,
  AbcSearchStatusBody,
} from '../../../contracts/abc-security-monitor/api.ts'
import type { PactResponse } from '../../../contracts/pact-file.ts'
import type { JournalEntry } from '../../../mock-datasource/index.ts'
import { equalTo, filled, inMatching, type Matching } from './matching.ts'

const SUCCESS_BODIES: Readonly<Record<AbcOperation, z.ZodObject>> = {
  ping: AbcPingBody,
  create: AbcCreateSearchBody,
  status: AbcSearchStatusBody,
  results: AbcResultsBody,
  delete: AbcDeleteBody,
  query: AbcResultsBody,
}

/** Members that the state decides, so that they are what they were. */
const DECIDED = ['code', 'status']

/** Headers that mean something, with what their value must look like. */
const HEADERS: Readonly<Record<string, Matching>> = {
  allow: { match: 'type' },
  'content-type': { match: 'regex', regex: '^application/json(;.*)?$' },
  location: { match: 'type' },
  'retry-after': { match: 'regex', regex: '^\\d+$' },
  'www-authenticate': { match: 'type' },
  'x-request-id': { match: 'type' },
}

/** An example in place of what is another one in every run. */
const EXAMPLES: Readonly<Record<string, unknown>> = {
  query_id: '3f1c2a9e-0d7b-4c58-9a61-5e2b7c4d8f10',
  location: '/api/v1/searches/3f1c2a9e-0d7b-4c58-9a61-5e2b7c4d8f10',
  next_page_token: '+/+/AAAAAAAB==',
  'x-request-id': 'req-00000001',
  message: 'What the API says of it',
}

/** What is expected of an answer: its status, the headers that mean something, and a body by the API's schema. */
export function responseOf(
  response: NonNullable<JournalEntry['response']>,
  operation: AbcOperation | undefined,
): PactResponse {
  const body = JSON.parse(response.body) as Readonly<Record<string, unknown>>
  const isError = body['code'] !== 200
  const schema = isError || operation === undefined ? AbcErrorBody : SUCCESS_BODIES[operation]
  const content = Object.entries(body).map(([name, value]): [string, unknown] => [
    name,
    exampleOf(name, value),
  ])
  const headers = Object.entries(response.headers).filter(([name]) => Object.hasOwn(HEADERS, name))
  return {
    status: response.status,
    headers: Object.fromEntries(
      headers.map(([name, value]) => [name, [String(exampleOf(name, value))]]),
    ),
    body: {
      content: Object.fromEntries(content),
      contentType: 'application/json',
      encoded: false,
    },
    matchingRules: filled({
      header: inMatching(headers.map(([name]) => [name, HEADERS[name] ?? equalTo])),
      body: inMatching(bodyRules(schema, body)),
    }),
  }
}

function exampleOf(name: string, value: unknown): unknown {
  // Rows are the data source's: of how many and which there are, a connector takes what comes.
  if (Array.isArray(value)) return []
  if (value === null) return null
  return EXAMPLES[name] ?? value
}

/** By type, as the API's own schema has it; what it fixes, or the state decides, is as it was. */
function bodyRules(
  schema: z.ZodObject,
  body: Readonly<Record<string, unknown>>,
): (readonly [string, Matching])[] {
  const { properties = {} } = z.toJSONSchema(schema)
  return Object.entries(properties).flatMap(([name, property]) => {
    if (typeof property === 'boolean' || property.const !== undefined) return []
    if (DECIDED.includes(name) || body[name] === null || !(name in body)) return []
    const isInteger = property.type === 'integer'
    return [[`$.${name}`, isInteger ? { match: 'integer' } : { match: 'type' }] as const]
  })
}
