import { request as httpRequest } from 'node:http'
import type { SeenExchange, SeenResponse } from '../../../contracts/data-source/exchange.ts'
import {
  type ApiClient,
  type ClientRequest,
  type ClientValues,
  type DataSourceDefinition,
  type MockDataSource,
  type PagePlace,
  startMockDataSource,
} from '../../../mock-datasource/index.ts'

/** A data source whose definition says how it is called. */
export type CalledSource = DataSourceDefinition & { readonly client: ApiClient }

export function isCalled(source: DataSourceDefinition): source is CalledSource {
  return source.client !== undefined
}

/** Asks a mock of a data source as its own description says a client does. */
export class Asker {
  readonly source: CalledSource
  readonly mock: MockDataSource
  #sessionKey: string | undefined

  private constructor(source: CalledSource, mock: MockDataSource) {
    this.source = source
    this.mock = mock
  }

  static async start(source: CalledSource, rows: number): Promise<Asker> {
    const settings = { dataSet: { rows, seed: 1 }, progress: { by: 'polls', polls: 9 } } as const
    const mock = await startMockDataSource({ dataSource: source, scheme: 'http', settings })
    return new Asker(source, mock)
  }

  /** Asks an operation; the credentials are the mock's own where `values` has no others. */
  async ask(
    operation: string,
    values: Partial<ClientValues> = {},
    page?: PagePlace,
  ): Promise<SeenExchange> {
    const { client } = this.source
    const { credentials } = this.mock.account
    const isOwn = values.credentials === undefined && values.sessionKey === undefined
    if (isOwn && operation !== client.logIn) await this.#logInOnce()
    const sessionKey = this.#sessionKey
    const all = { credentials, ...(sessionKey !== undefined && { sessionKey }), ...values }
    const request = client.request(operation, all, page)
    return { operation, request, response: await this.#send(request) }
  }

  /** What a log-in gives for the credentials; undefined where it gives none, or there is no log-in. */
  async sessionKeyFor(credentials: ClientValues['credentials']): Promise<string | undefined> {
    const { client } = this.source
    if (client.logIn === undefined) return undefined
    const { response } = await this.ask(client.logIn, { credentials })
    const key = response && client.read(client.logIn, response, 'session_key')
    return typeof key === 'string' ? key : undefined
  }

  /** The exchange with every secret masked, as the mock's journal has the latest one. */
  latest(): Pick<SeenExchange, 'request' | 'response'> {
    const entry = this.mock.control.journal.entries().at(-1)
    return entry ?? { request: { method: '', path: '', headers: {} } }
  }

  close(): Promise<void> {
    return this.mock.close()
  }

  async #logInOnce(): Promise<void> {
    if (this.source.client.logIn === undefined || this.#sessionKey !== undefined) return
    this.#sessionKey = await this.sessionKeyFor(this.mock.account.credentials)
  }

  #send({ method, path, headers, body = '' }: ClientRequest): Promise<SeenResponse> {
    const { host, port } = this.mock
    const sent = body === '' ? headers : { ...headers, 'content-length': Buffer.byteLength(body) }
    return new Promise((resolve, reject) => {
      // fetch would send no body with GET, which some APIs want.
      const request = httpRequest({ host, port, method, path, headers: sent }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => {
          const named = Object.entries(response.headers).map(([name, value]) => [
            name,
            [value ?? ''].flat().join(', '),
          ])
          const text = Buffer.concat(parts).toString()
          resolve({
            ...{ status: response.statusCode ?? 0, headers: Object.fromEntries(named), body: text },
          })
        })
      })
      request.on('error', reject)
      request.end(body)
    })
  }
}
