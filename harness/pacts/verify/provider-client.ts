import { HttpClient, NoAnswer } from '../../deployment/http-client.ts'
import { ProviderError } from '../../errors.ts'

export interface ProviderAddress {
  /** Scheme, host and port, and the path behind which `/api/v1` is, where there is one. */
  readonly baseUrl: string
  /** PEM of what to trust besides the system's authorities. */
  readonly certificate?: string | undefined
  readonly timeoutMilliseconds: number
}

export interface ProviderRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** From `/api/v1` on, with the query string, every part of it percent-encoded. */
  readonly path: string
  readonly authorization?: string | undefined
  /** Sent as JSON. */
  readonly body?: unknown
}

export interface ProviderResponse {
  readonly status: number
  readonly location: string | undefined
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown
}

/** Speaks HTTP with a provider, in order to bring it into a state. Redirects are not followed. */
export class ProviderClient {
  readonly #base: URL
  readonly #http: HttpClient

  constructor({ baseUrl, certificate, timeoutMilliseconds }: ProviderAddress) {
    this.#base = new URL(baseUrl)
    this.#http = new HttpClient({ origin: this.#base.origin, certificate, timeoutMilliseconds })
  }

  /** @throws ProviderError where no answer comes. */
  async send({ method, path, authorization, body }: ProviderRequest): Promise<ProviderResponse> {
    try {
      const { status, headers, json } = await this.#http.send({
        method,
        path: `${this.#base.pathname.replace(/\/$/, '')}${path}`,
        headers: {
          accept: 'application/json',
          ...(authorization === undefined ? {} : { authorization }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? null : JSON.stringify(body),
        signal: new AbortController().signal,
      })
      return { status, location: headers['location'], json }
    } catch (error) {
      throw error instanceof NoAnswer ? noAnswer(this.#base.origin, error) : error
    }
  }

  close(): Promise<void> {
    return this.#http.close()
  }
}

function noAnswer(origin: string, { code, message }: NoAnswer): ProviderError {
  const isCertificate = /CERT|SELF_SIGNED|ISSUER|UNABLE_TO_VERIFY|SSL|EPROTO/.test(code)
  return new ProviderError(`${origin} does not answer: ${message}`, {
    hint: isCertificate
      ? "Give --cert the PEM file of the provider's certificate, or of the authority that signed it."
      : 'See that it is up, and that scheme, host and port are right.',
  })
}
