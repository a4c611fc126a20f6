import * as z from 'zod'
import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import {
  type HttpAnswer,
  type HttpClient,
  openHttpClient,
} from '../../../connectors/support/open-http-client.ts'
import type { Connection } from '../../../contracts/connection.ts'
import type { ErrorCode } from '../../../contracts/error-code.ts'

/** Opens a client for a connection; tests put another in its place. */
export type OpenHttp = (connection: Connection) => HttpClient

export interface Login {
  readonly client: string
  readonly secret: string
}

/** What each name of a fault means to a caller; a name that is not here is `unknown`. */
const MEANS: Readonly<Record<string, ErrorCode>> = {
  NO_SUCH_JOB: 'no_results',
  BAD_FIELD: 'invalid_parameter',
  BAD_ASK: 'invalid_query',
  WHO_ARE_YOU: 'authentication_fail',
  NOT_YOURS: 'forbidden',
  SLOW_DOWN: 'too_many_requests',
  CLOSED: 'service_unavailable',
}

const REFUSED: ErrorCode = 'authentication_fail'

/** What a status means where no fault is named: a proxy may have answered. */
const OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'authentication_fail',
  403: 'forbidden',
  429: 'too_many_requests',
  502: 'service_unavailable',
  503: 'service_unavailable',
  504: 'service_unavailable',
}

const Fault = z.object({
  ok: z.literal(false),
  fault: z.object({ name: z.string().min(1), text: z.string().min(1).optional() }),
})
const Opened = z.object({ bearer: z.string().min(1) })

/** The API of Ledger Watch for one call of a connector: it logs in before the first request, and once more where the bearer has expired. */
export class LedgerClient {
  readonly #http: HttpClient
  readonly #login: Login
  #bearer: string | undefined
  #isRenewed = false

  constructor(http: HttpClient, login: Login) {
    this.#http = http
    this.#login = login
  }

  /** What nobody else may read, as far as it is known by now. */
  get secrets(): readonly string[] {
    return this.#bearer === undefined ? [this.#login.secret] : [this.#login.secret, this.#bearer]
  }

  close(): Promise<void> {
    return this.#http.close()
  }

  /** @throws ConnectorFailure for a fault, no answer, or one that the API does not promise */
  async call<Body>(name: string, sent: object, schema: z.ZodType<Body>): Promise<Body> {
    this.#bearer ??= await this.#opened()
    try {
      return await this.#asked(name, sent, schema)
    } catch (error) {
      const mayHaveExpired = error instanceof ConnectorFailure && error.code === REFUSED
      if (!mayHaveExpired || this.#isRenewed) throw error
    }
    this.#isRenewed = true
    this.#bearer = await this.#opened()
    return this.#asked(name, sent, schema)
  }

  async #opened(): Promise<string> {
    return (await this.#post('session.open', this.#login, {}, Opened)).bearer
  }

  #asked<Body>(name: string, sent: object, schema: z.ZodType<Body>): Promise<Body> {
    return this.#post(name, sent, { authorization: `Bearer ${this.#bearer}` }, schema)
  }

  async #post<Body>(
    name: string,
    body: object,
    headers: Readonly<Record<string, string>>,
    schema: z.ZodType<Body>,
  ): Promise<Body> {
    const answer = await this.#http.send({ method: 'POST', path: `/rpc/${name}`, body, headers })
    refuseFault(answer)
    const read = schema.safeParse(answer.json)
    if (read.success) return read.data
    throw new ConnectorFailure('unknown', 'The ledger answered what its API does not promise')
  }
}

/** The client that a connector uses unless a test gives another. */
export const openUsual: OpenHttp = openHttpClient

function refuseFault({ status, json }: HttpAnswer): void {
  const told = Fault.safeParse(json)
  if (told.success) {
    const { name, text = name } = told.data.fault
    throw new ConnectorFailure(Object.hasOwn(MEANS, name) ? codeFor(name) : 'unknown', text)
  }
  if (status >= 200 && status < 300 && Object(json).ok === true) return
  const message = `The ledger answered HTTP ${status} without a body that its API promises`
  throw new ConnectorFailure(OF_STATUS[status] ?? 'unknown', message)
}

function codeFor(name: string): ErrorCode {
  return MEANS[name] ?? 'unknown'
}
