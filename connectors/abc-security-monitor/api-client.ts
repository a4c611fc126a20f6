import { Buffer } from 'node:buffer'
import * as z from 'zod'
import {
  ABC_BASE_PATH,
  AbcCreateSearchBody,
  AbcDeleteBody,
  AbcPingBody,
  AbcResultsBody,
  type AbcRow,
  AbcSearchStatusBody,
} from '../../contracts/abc-security-monitor/api.ts'
import type { AbcConfiguration } from '../../contracts/abc-security-monitor/configuration.ts'
import { ConnectorFailure } from '../support/connector-failure.ts'
import type { HttpClient, HttpRequest } from '../support/open-http-client.ts'
import { failureIn } from './error-mapper.ts'
import type { Page, PageStart } from './page.ts'

// The API may grow: every body is read with whatever fields are added to it later.
const PingBody = z.looseObject(AbcPingBody.shape)
const CreateSearchBody = z.looseObject(AbcCreateSearchBody.shape)
const SearchStatusBody = z.looseObject(AbcSearchStatusBody.shape)
const DeleteBody = z.looseObject(AbcDeleteBody.shape)
const ResultsBody = z.looseObject({
  ...AbcResultsBody.shape,
  // Rows are passed on as they are: parsing each field would copy them, and drop a field `__proto__`.
  data: z.array(z.custom<AbcRow>(isObject, 'not an object')),
})

/**
 * The ABC Security Monitor API, one method an operation. Each throws a ConnectorFailure where the data
 * source reports an error, cannot be reached, or answers what its API does not promise.
 */
export class ApiClient {
  readonly #http: HttpClient
  readonly #authorization: string

  constructor(http: HttpClient, { auth }: AbcConfiguration) {
    this.#http = http
    const credentials = Buffer.from(`${auth.username}:${auth.password}`).toString('base64')
    this.#authorization = `Basic ${credentials}`
  }

  close(): Promise<void> {
    return this.#http.close()
  }

  ping() {
    return this.#call({ method: 'GET', path: '/ping' }, PingBody)
  }

  createSearch(query: string) {
    return this.#call({ method: 'POST', path: '/searches', body: { query } }, CreateSearchBody)
  }

  searchStatus(searchId: string) {
    return this.#call({ method: 'GET', path: searchPath(searchId) }, SearchStatusBody)
  }

  searchResults(searchId: string, start: PageStart, limit: number): Promise<Page> {
    const from =
      'offset' in start
        ? `offset=${start.offset}`
        : `page_token=${encodeURIComponent(start.page_token)}`
    const path = `${searchPath(searchId)}/results?${from}&limit=${limit}`
    return this.#call({ method: 'GET', path }, ResultsBody)
  }

  deleteSearch(searchId: string) {
    return this.#call({ method: 'DELETE', path: searchPath(searchId) }, DeleteBody)
  }

  queryEvents(query: string, start: PageStart, limit: number): Promise<Page> {
    const body = { query, ...start, limit }
    return this.#call({ method: 'POST', path: '/events/query', body }, ResultsBody)
  }

  async #call<Body>(request: HttpRequest, schema: z.ZodType<Body>): Promise<Body> {
    const answer = await this.#http.send({
      ...request,
      path: `${ABC_BASE_PATH}${request.path}`,
      headers: { authorization: this.#authorization },
    })
    const failure = failureIn(answer)
    if (failure !== undefined) throw failure
    const body = schema.safeParse(answer.json)
    if (body.success) return body.data
    const where = body.error.issues.map((issue) => issue.path.join('.') || 'the body').join(', ')
    throw new ConnectorFailure(
      'unknown',
      `The data source answered what its API does not promise, in ${where}`,
    )
  }
}

function searchPath(searchId: string): string {
  return `/searches/${encodeURIComponent(searchId)}`
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
