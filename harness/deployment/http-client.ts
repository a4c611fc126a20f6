import { getCACertificates } from 'node:tls'
import { Client, errors } from 'undici'
import type { Answer } from './answer.ts'

/** In bytes; a page of ten thousand rows is some four million. */
const LARGEST_BODY = 64 * 1024 * 1024
/** The longest that a timer of Node's can wait. */
const LONGEST_TIMER = 2 ** 31 - 1

export interface HttpOptions {
  /** Scheme, host and port. */
  readonly origin: string
  /** PEM of what to trust beside the system's authorities. */
  readonly certificate?: string | undefined
  /** From connecting to the last byte of one answer. */
  readonly timeoutMilliseconds: number
}

export interface HttpRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** Gives the request up. */
  readonly signal: AbortSignal
}

/** No answer came whole. `code` is the system's, OpenSSL's or undici's name for why. */
export class NoAnswer extends Error {
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

/** Speaks HTTP to one origin. Redirects are answers like any other, and nothing is sent twice. */
export class HttpClient {
  readonly #client: Client
  readonly #timeoutMilliseconds: number

  constructor({ origin, certificate, timeoutMilliseconds }: HttpOptions) {
    this.#timeoutMilliseconds = Math.min(timeoutMilliseconds, LONGEST_TIMER)
    this.#client = new Client(origin, {
      allowH2: false,
      pipelining: 1,
      maxResponseSize: LARGEST_BODY,
      // The deadline of `send` covers a request from end to end; these would cut it short.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: {
        timeout: this.#timeoutMilliseconds,
        rejectUnauthorized: true,
        ...(certificate === undefined
          ? {}
          : { ca: [...getCACertificates('default'), certificate], allowPartialTrustChain: true }),
      },
    })
  }

  /** @throws NoAnswer where none comes whole in time, or `signal` is aborted. */
  async send({ signal, ...request }: HttpRequest): Promise<Answer> {
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(), this.#timeoutMilliseconds)
    try {
      const response = await this.#client.request({
        ...request,
        signal: AbortSignal.any([signal, deadline.signal]),
      })
      const text = await response.body.text()
      return {
        status: response.statusCode,
        headers: joined(response.headers),
        text,
        json: jsonOf(text),
      }
    } catch (error) {
      if (!deadline.signal.aborted) throw noAnswer(error)
      throw new NoAnswer(`no answer within ${this.#timeoutMilliseconds / 1_000} s`, 'TIMEOUT')
    } finally {
      clearTimeout(timer)
    }
  }

  close(): Promise<void> {
    return this.#client.destroy()
  }
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ])
  return Object.fromEntries(entries)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function noAnswer(error: unknown): NoAnswer {
  const { code, message } = error as NodeJS.ErrnoException
  if (error instanceof errors.ResponseExceededMaxSizeError) {
    return new NoAnswer('the answer is longer than 64 MiB', 'TOO_LONG')
  }
  // An AggregateError, one error for each address that was tried, has a code and no message.
  const [words] = (message ?? String(error)).split(/; |\n/)
  return new NoAnswer(words || code || 'unknown reason', code ?? 'UNKNOWN')
}
