import { ABC_BASE_PATH } from '../../../contracts/abc-security-monitor/api.ts'
import type { PactRequest } from '../../../contracts/pact-file.ts'
import type { JournalEntry } from '../../../mock-datasource/index.ts'
import { byState, filled, inMatching, type Matching, placeOf } from './matching.ts'
import { ownHeaders } from './request-text.ts'
import { targetOf } from './shape.ts'

/** What a request was answered with, as far as its own example depends on it. */
export interface RequestFacts {
  /** The operation acts on a search, which a state gives. */
  readonly ofASearch: boolean
  /** A state gives what page tokens must be; else they are as they were. */
  readonly tokenByState: boolean
  /** A state gives the credentials; else they are wrong ones. */
  readonly accountByState: boolean
  /** The query's text where that decides about the outcome no further. */
  readonly query: string | undefined
}

const SEARCH_ID = '3f1c2a9e-0d7b-4c58-9a61-5e2b7c4d8f10'
const PAGE_TOKEN = '+/+/AAAAAAAB=='
/** example:example. Journals hold no credentials, and pacts need none. */
const AUTHORIZATION = 'Basic ZXhhbXBsZTpleGFtcGxl'
const TOKEN = 'example-token'
const SEARCHES = `${ABC_BASE_PATH}/searches/`

/** A request as a pact has it: by an example, with what a provider's state puts in its place. */
export function requestOf({ request }: JournalEntry, facts: RequestFacts): PactRequest {
  const { path, query } = targetOf(request.path)
  const headers = headersOf(request.headers, facts)
  const parameters = parametersOf(query, facts)
  const body = bodyOf(request.body, facts)
  const where = pathOf(path, facts)
  const rules = { header: headers.rules, query: parameters.rules, body: body.rules }
  const generators = {
    header: headers.generators,
    query: parameters.generators,
    body: body.generators,
  }
  return {
    method: request.method,
    path: where.example,
    ...(query.size === 0 ? {} : { query: parameters.values }),
    headers: headers.values,
    ...(body.content === undefined
      ? {}
      : { body: { content: body.content, contentType: body.contentType, encoded: false } }),
    matchingRules: { ...filled(rules), ...where.rule },
    generators: { ...filled(generators), ...where.generator },
  }
}

function pathOf(path: string, { ofASearch }: RequestFacts) {
  if (!ofASearch) return { example: path, rule: {}, generator: {} }
  const behind = path.slice(SEARCHES.length).replace(/^[^/]+/, '')
  return {
    example: `${SEARCHES}${SEARCH_ID}${behind}`,
    rule: {
      path: {
        combine: 'AND',
        matchers: [{ match: 'regex', regex: `^${SEARCHES}[^/]+${behind}$` }],
      },
    },
    generator: { path: byState(`${SEARCHES}${placeOf('search_id')}${behind}`) },
  }
}

function headersOf(sent: Readonly<Record<string, string>>, { accountByState }: RequestFacts) {
  const values: Record<string, string[]> = {}
  const rules: [string, Matching][] = []
  const generators: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(ownHeaders(sent))) {
    const secret = name === 'authorization' ? AUTHORIZATION : name === 'x-auth-token' ? TOKEN : ''
    values[name] = [secret === '' ? value : secret]
    if (secret === '') continue
    rules.push([name, { match: 'type' }])
    if (accountByState) {
      generators[name] = byState(placeOf(name === 'authorization' ? name : 'token'))
    }
  }
  return { values, rules: inMatching(rules), generators }
}

function parametersOf(query: URLSearchParams, { tokenByState }: RequestFacts) {
  const values: Record<string, string[]> = {}
  const rules: [string, Matching][] = []
  const generators: Record<string, unknown> = {}
  for (const name of new Set(query.keys())) {
    const isToken = name === 'page_token' && tokenByState
    values[name] = isToken ? [PAGE_TOKEN] : query.getAll(name)
    if (isToken) generators[name] = byState(placeOf('page_token'))
    else if (values[name].every((each) => /^\d+$/.test(each))) {
      rules.push([name, { match: 'regex', regex: '^\\d+$' }])
    }
  }
  return { values, rules: inMatching(rules), generators }
}

function bodyOf(body: string | undefined, { tokenByState, query }: RequestFacts) {
  const none = { content: undefined, contentType: undefined, rules: {}, generators: {} }
  if (body === undefined) return none
  const json = objectIn(body)
  if (json === undefined) return { ...none, content: body, contentType: 'text/plain' }
  const isToken = 'page_token' in json && tokenByState
  return {
    content: {
      ...json,
      ...('query' in json && query !== undefined ? { query } : {}),
      ...(isToken ? { page_token: PAGE_TOKEN } : {}),
    },
    contentType: 'application/json',
    rules: inMatching(
      Object.entries(json).map(([name, value]) => [
        `$.${name}`,
        { match: Number.isInteger(value) ? 'integer' : 'type' },
      ]),
    ),
    generators: isToken ? { '$.page_token': byState(placeOf('page_token')) } : {},
  }
}

function objectIn(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(body)
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json)
    return isObject ? (json as Readonly<Record<string, unknown>>) : undefined
  } catch {
    return undefined
  }
}
