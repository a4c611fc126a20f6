import type { Answer } from '../deployment/answer.ts'
import type { BaseUrl } from '../deployment/base-url.ts'
import { HttpClient, NoAnswer } from '../deployment/http-client.ts'
import { type Credentials, headersFor } from './credentials.ts'
import type { Exchange, Request } from './exchange.ts'
import { madeSearchId, SearchesMade } from './searches-made.ts'
import { Unfinished } from './stops.ts'

/** How often a request is sent that is refused with 429. */
const MOST_TRIES = 4
/** However long a data source asks for, in milliseconds. */
const LONGEST_PAUSE = 10_000

/** Known to no data source, so that asking by them locks nobody's account. */
const WRONG: Readonly<Record<NonNullable<Request['as']>, Readonly<Record<string, string>>>> = {
  nobody: {},
  'a stranger': headersFor({
    kind: 'basic',
    username: 'connector-contract-stranger',
    password: 'connector-contract-wrong',
  }),
  'a wrong token': headersFor({ kind: 'token', token: 'connector-contract-wrong-token' }),
}

export type SideName = 'url' | 'against'

export interface SideOptions {
  /** The option that names it. */
  readonly name: SideName
  readonly base: BaseUrl
  readonly credentials: Credentials
  /** PEM of what to trust beside the system's authorities. */
  readonly certificate?: string | undefined
  readonly timeoutMilliseconds: number
  /** Ends everything but the deletion of searches. */
  readonly signal: AbortSignal
  /** Gives ids that nobody has used. */
  readonly newId: () => string
  /** Lets so many milliseconds pass. */
  readonly pause: (milliseconds: number) => Promise<void>
  /** Masks the secrets of both sides in a text. */
  readonly mask: (text: string) => string
}

/** One of the two data sources that are compared. It knows which searches it was made to make. */
export class Side {
  readonly name: SideName
  readonly base: BaseUrl
  readonly credentials: Credentials
  readonly searches = new SearchesMade()
  readonly newId: () => string
  readonly pause: (milliseconds: number) => Promise<void>
  readonly mask: (text: string) => string
  readonly #signal: AbortSignal
  readonly #http: HttpClient

  constructor(options: SideOptions) {
    const { name, base, credentials, signal, newId, pause, mask } = options
    this.name = name
    this.base = base
    this.credentials = credentials
    this.newId = newId
    this.pause = pause
    this.mask = mask
    this.#signal = signal
    this.#http = new HttpClient({ ...options, origin: base.origin })
  }

  /** The address as people know it. */
  get url(): string {
    return `${this.base.origin}${this.base.basePath}`
  }

  /**
   * Sends a request, again where it is refused with 429. A lost answer is an observation too, as long as
   * the next ping is answered.
   *
   * @throws Unfinished where the side is gone, or the run is given up.
   */
  async send(request: Request): Promise<Exchange> {
    for (let tries = 1; ; tries += 1) {
      const exchange = await this.#exchange(request)
      if (exchange.answer?.status !== 429 || tries === MOST_TRIES) return exchange
      await this.pause(retryAfter(exchange.answer))
    }
  }

  /** One request and its answer, whatever it is. @throws NoAnswer */
  async ask(request: Request, signal = this.#signal): Promise<Answer> {
    const { method, path, body } = request
    const answer = await this.#http.send({
      method,
      path: `${this.base.basePath}${path}`,
      headers: {
        accept: 'application/json',
        ...(request.as === undefined ? headersFor(this.credentials) : WRONG[request.as]),
        ...(body === undefined ? {} : { 'content-type': request.mediaType ?? 'application/json' }),
      },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
      signal,
    })
    this.searches.note(request, answer)
    return answer
  }

  /** Deletes the searches that were made and are still there, the last one first. Never rejects. */
  async deleteSearches(): Promise<readonly string[]> {
    const left: string[] = []
    for (const id of this.searches.takeAll()) {
      const problem = await this.#delete(id)
      if (problem !== undefined) left.push(`the search ${id} (${problem})`)
    }
    return [...left, ...this.searches.takeLost()]
  }

  close(): Promise<void> {
    return this.#http.close()
  }

  async #exchange(request: Request): Promise<Exchange> {
    try {
      return { request, answer: await this.ask(request) }
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      this.searches.noteLost(request, madeSearchId(request))
      await this.#requireAlive()
      return { request, problem: error.message }
    }
  }

  /** Why the search may still be there, or undefined. Also after the run was given up: what was made goes. */
  async #delete(id: string): Promise<string | undefined> {
    const { signal } = new AbortController()
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await this.ask({ method: 'DELETE', path: searchPath(id) }, signal)
        if (answer.status < 300 || answer.status === 404) return undefined
        if (answer.status !== 429 || tries === MOST_TRIES) return `HTTP ${answer.status}`
        await this.pause(retryAfter(answer))
      } catch (error) {
        return (error as Error).message
      }
    }
  }

  async #requireAlive(): Promise<void> {
    try {
      await this.ask({ method: 'GET', path: '/ping' })
    } catch (error) {
      if (this.#signal.aborted) throw new Unfinished('it was interrupted')
      throw new Unfinished(`${this.url} no longer answers: ${(error as Error).message}`)
    }
  }
}

/** The path of a search, whatever its id. */
export function searchPath(id: string): string {
  return `/searches/${encodeURIComponent(id)}`
}

function retryAfter({ headers }: Answer): number {
  const seconds = Number(headers['retry-after'] ?? '1')
  return Math.min(Number.isFinite(seconds) ? seconds * 1_000 : 1_000, LONGEST_PAUSE)
}
