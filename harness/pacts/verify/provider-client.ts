import { Client, type Dispatcher } from 'undici'
import { ProviderError } from '../../errors.ts'

export interface ProviderAddress {
  /** Scheme, host and port. */
  readonly baseUrl: string
  /** PEM of what to trust besides the system's authorities. */
  readonly certificate?: string | undefined
  readonly timeoutMilliseconds: number
}

export interface ProviderRequest {
  readonly method: Dispatcher.HttpMethod
  /** With the query string, every part of it percent-encoded. */
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
  readonly #address: ProviderAddress
  readonly #client: Client

  constructor(address: ProviderAddress) {
    this.#address = address
    const { baseUrl, certificate, timeoutMilliseconds } = address
    this.#client = new Client(baseUrl, {
      headersTimeout: timeoutMilliseconds,
      bodyTimeout: timeoutMilliseconds,
      connect: {
        timeout: timeoutMilliseconds,
        ...(certificate === undefined ? {} : { ca: certificate, allowPartialTrustChain: true }),
      },
    })
  }

  /** @throws ProviderError where no answer comes. */
  async send({ method, path, authorization, body }: ProviderRequest): Promise<ProviderResponse> {
    try {
      const response = await this.#client.request({
        method,
        path,
        headers: {
          accept: 'application/json',
          ...(authorization === undefined ? {} : { authorization }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      })
      const { location } = response.headers
      return {
        status: response.statusCode,
        location: Array.isArray(location) ? location[0] : location,
        json: await response.body.json().catch(() => undefined),
      }
    } catch (error) {
      throw noAnswer(this.#address.baseUrl, error)
    }
  }

  close(): Promise<void> {
    return this.#client.destroy()
  }
}

function noAnswer(baseUrl: string, error: unknown): ProviderError {
  const { code, message } = error as NodeJS.ErrnoException
  const why = message === '' ? code : message
  const isCertificate = /CERT|SELF_SIGNED|ISSUER|TLS|SSL/.test(code ?? '')
  return new ProviderError(`${baseUrl} does not answer: ${why}`, {
    hint: isCertificate
      ? "Give --cert the PEM file of the provider's certificate, or of the authority that signed it."
      : 'See that it is up, and that scheme, host and port are right.',
    cause: error,
  })
}
