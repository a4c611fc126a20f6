import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import {
  type HttpAnswer,
  type HttpClient,
  type HttpRequest,
  type OpenHttp,
  openHttpClient,
} from '../../../connectors/support/open-http-client.ts'
import type { Connection } from '../../../contracts/connection.ts'
import type { ErrorCode } from '../../../contracts/error-code.ts'

export interface LogIn {
  readonly username: string
  readonly password: string
}

export interface Asked extends HttpRequest {
  /** The HTTP status of a success. */
  readonly http: number
  /** What the API's statuses mean at this operation alone. */
  readonly means?: Readonly<Record<number, ErrorCode>>
}

/** No body of Splunk's holds a code: the HTTP status is all that tells its errors apart. */
const STATUSES: Readonly<Record<number, ErrorCode>> = {
  401: 'authentication_fail',
  403: 'forbidden',
  429: 'too_many_requests',
  502: 'service_unavailable',
  503: 'service_unavailable',
  504: 'service_unavailable',
}

/** What opens the API for one call of a connector. */
export type OpenApi = (connection: Connection, logIn: LogIn) => SplunkApi

/** Splunk's API, for one call of a connector: it logs in once, and once more where its session key has expired. */
export class SplunkApi {
  readonly #http: HttpClient
  readonly #logIn: LogIn
  protected sessionKey: string | undefined
  #isRenewed = false

  constructor(connection: Connection, logIn: LogIn, open: OpenHttp = openHttpClient) {
    this.#http = open(connection)
    this.#logIn = logIn
  }

  /** What nobody else may read, as far as it is known by now. */
  get secrets(): Readonly<Record<string, unknown>> {
    return { ...this.#logIn, session: this.sessionKey }
  }

  close(): Promise<void> {
    return this.#http.close()
  }

  /** The body of a success. @throws ConnectorFailure where it has not the promised one. */
  async ask(asked: Asked): Promise<Readonly<Record<string, unknown>>> {
    this.sessionKey ??= await this.logIn()
    const answer = await this.#send(asked)
    if (answer.status !== 401 || this.#isRenewed) return successIn(answer, asked)
    this.#isRenewed = true
    return this.renewed(asked, answer)
  }

  protected async renewed(asked: Asked, _refused: HttpAnswer) {
    this.sessionKey = await this.logIn()
    return successIn(await this.#send(asked), asked)
  }

  protected async logIn(): Promise<string> {
    const asked = {
      method: 'POST',
      path: '/services/auth/login',
      body: new URLSearchParams({ ...this.#logIn, output_mode: 'json' }),
      http: 200,
    } as const
    const { sessionKey } = successIn(await this.#http.send(asked), asked)
    if (typeof sessionKey === 'string' && sessionKey !== '') return sessionKey
    throw broken('sessionKey')
  }

  #send({ method, path, body }: Asked): Promise<HttpAnswer> {
    const headers = { authorization: `Splunk ${this.sessionKey}` }
    return this.#http.send({ method, path, headers, ...(body !== undefined && { body }) })
  }
}

export function broken(where: string): ConnectorFailure {
  return new ConnectorFailure('unknown', `Splunk answered what its API does not promise: ${where}`)
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function successIn({ status, json }: HttpAnswer, { http, means = {} }: Asked) {
  if (status === http && isObject(json)) return json
  const code = means[status] ?? STATUSES[status] ?? 'unknown'
  throw new ConnectorFailure(code, messageIn(json) ?? `Splunk answered HTTP ${status}`)
}

function messageIn(json: unknown): string | undefined {
  const messages = isObject(json) ? json['messages'] : undefined
  const first: unknown = Array.isArray(messages) ? messages[0] : undefined
  const text = isObject(first) ? first['text'] : undefined
  return typeof text === 'string' && text !== '' ? text : undefined
}
