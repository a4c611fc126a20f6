import type { Connection } from '../../contracts/connection.ts'
import type { ErrorCode } from '../../contracts/error-code.ts'
import { ConnectorFailure } from '../support/connector-failure.ts'
import {
  type HttpAnswer,
  type HttpClient,
  type OpenHttp,
  openHttpClient,
} from '../support/open-http-client.ts'
import type { Api, Asked, Auth, Way } from './api.ts'

/** What an answer without a code of the API's own is known by. */
const STATUSES: Readonly<Record<number, ErrorCode>> = {
  401: 'authentication_fail',
  403: 'forbidden',
  429: 'too_many_requests',
  502: 'service_unavailable',
  503: 'service_unavailable',
  504: 'service_unavailable',
}

/** The API for one call of a connector: it logs in once where it has to, and once more where its key has expired. */
export class ApiSession {
  readonly #http: HttpClient
  readonly #api: Api
  readonly #auth: Auth
  #sessionKey: string | undefined
  #isRenewed = false

  constructor(api: Api, connection: Connection, auth: Auth, open: OpenHttp = openHttpClient) {
    this.#http = open(connection)
    this.#api = api
    this.#auth = auth
  }

  /** What nobody else may read. */
  get secrets(): Auth {
    return { ...this.#auth, 'session key': this.#sessionKey }
  }

  close(): Promise<void> {
    return this.#http.close()
  }

  /** The body of a success. @throws ConnectorFailure where it has not the promised one. */
  async ask(asked: Asked): Promise<unknown> {
    const { logIn } = this.#api
    if (logIn === undefined) return this.#success(await this.#send(asked), asked)
    this.#sessionKey ??= await this.#newKey(logIn)
    const answer = await this.#send(asked)
    if (answer.status !== 401 || this.#isRenewed) return this.#success(answer, asked)
    this.#isRenewed = true
    this.#sessionKey = await this.#newKey(logIn)
    return this.#success(await this.#send(asked), asked)
  }

  async #newKey({ ask, keyAt }: NonNullable<Api['logIn']>): Promise<string> {
    const asked = ask(this.#auth)
    const key = valueAt(this.#success(await this.#http.send(asked), asked), keyAt)
    if (typeof key === 'string' && key !== '') return key
    throw broken(this.#api, keyAt)
  }

  #send({ http: _, answer: __, headers, ...request }: Asked): Promise<HttpAnswer> {
    const shown = this.#api.shows(this.#auth, this.#sessionKey ?? '')
    return this.#http.send({ ...request, headers: { ...shown, ...headers } })
  }

  #success({ status, json }: HttpAnswer, { http, answer }: Asked): unknown {
    const { at, codes, title } = this.#api
    const code = at.code && valueAt(json, at.code)
    const isWhole =
      answer === 'nothing' ||
      (typeof json === 'object' && json !== null && Array.isArray(json) === (answer === 'list'))
    if (status === http && isWhole && (code === undefined || code === null)) return json
    const known = codes[typeof code === 'string' || typeof code === 'number' ? code : status]
    const message = at.message && valueAt(json, at.message)
    const isSaid = typeof message === 'string' && message !== ''
    throw new ConnectorFailure(
      known ?? (code === undefined ? STATUSES[status] : undefined) ?? 'unknown',
      isSaid ? message : `${title} answered HTTP ${status}`,
    )
  }
}

/** What stands at a place of a body; undefined where there is no such place. */
export function valueAt(body: unknown, way: Way): unknown {
  return way.reduce<unknown>(
    (part, step) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, step)
        ? (part as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    body,
  )
}

export function broken({ title }: Api, way: Way): ConnectorFailure {
  const where = way.length === 0 ? 'its body' : way.join('.')
  return new ConnectorFailure(
    'unknown',
    `${title} answered what its API does not promise: ${where}`,
  )
}
