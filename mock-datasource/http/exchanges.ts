import { performance } from 'node:perf_hooks'
import type { Request, Response } from 'express'
import type { Counters } from '../counters.ts'
import type { DataSourceDefinition, Route } from '../data-source-definition.ts'
import type { Store } from '../engine/store.ts'
import type { Alteration } from '../faults/fault-kind.ts'
import type { FaultSchedule, Target } from '../faults/schedule.ts'
import { strike } from '../faults/strike.ts'
import type { RecordingJournal } from '../journal/journal.ts'
import { type Recorded, recordedResponse } from '../journal/recorded.ts'
import type { ApiRequest, RequestProblem } from './api-request.ts'
import { counting } from './counting.ts'
import { deliver } from './deliver.ts'
import { ExpiredSessions } from './expired-sessions.ts'
import type { Listener } from './listener.ts'
import { publishResponse } from './published-response.ts'
import { bodyReader, type ReadBody } from './read-body.ts'
import type { Reply } from './reply.ts'
import { headersOf, joined, send } from './send.ts'
import { closesAtOnce } from './send-in-form.ts'
import { wait } from './wait.ts'

const NOTHING = Buffer.alloc(0)

export interface ExchangesOptions {
  readonly definition: DataSourceDefinition
  readonly store: Store
  readonly faults: FaultSchedule
  readonly journal: RecordingJournal
  readonly counters: Counters
  readonly listener: () => Listener
  readonly nextRequestId: () => string
  /** Milliseconds since the mock started. */
  readonly elapsed: () => number
}

/**
 * Takes each request outside the control plane through its stages: recorded, read, struck by faults,
 * answered, sent. Faults come before the credentials are looked at: what breaks in front of a data
 * source does not know who asks.
 */
export class Exchanges {
  readonly #options: ExchangesOptions
  readonly #readBody: ReadBody
  readonly #expired: ExpiredSessions

  constructor(options: ExchangesOptions) {
    this.#options = options
    this.#expired = new ExpiredSessions(options.definition, options.store)
    this.#readBody = bodyReader(options.definition.maxBodyBytes)
  }

  async handle(
    request: Request,
    response: Response,
    route: Route | undefined,
    problem?: RequestProblem,
  ): Promise<void> {
    if (closesAtOnce(request.socket)) return
    const cameAt = performance.now()
    const endpoint = route?.methods[request.method]
    const recorded = this.#open(request, route)
    const read = endpoint?.readsBody
      ? await this.#readBody(request, response)
      : { body: NOTHING, problem }
    if (read.body.length > 0) this.#options.journal.received(recorded, read.body)
    const asked = apiRequest(request, read)
    recorded.searchId ??= route?.searchIn?.(asked)
    const at = { request, response, route, recorded }
    const reply = await this.#reply(asked, at)
    const sending = reply && this.#send(reply, at)
    if (sending) await sending
    recorded.took = performance.now() - cameAt
    this.#options.journal.ended(recorded)
  }

  #open(request: Request, route: Route | undefined): Recorded {
    const { journal, counters, listener, elapsed } = this.#options
    const parameters = request.params as Readonly<Record<string, string>>
    counters.requests += 1
    return journal.open({
      at: elapsed(),
      time: Date.now(),
      method: request.method,
      url: request.originalUrl,
      rawHeaders: request.rawHeaders,
      operation: route?.methods[request.method]?.operation,
      searchId: route?.searchParameter && parameters[route.searchParameter],
      connection: {
        number: listener().numberOf(request.socket),
        encrypted: 'encrypted' in request.socket,
      },
    })
  }

  #reply(asked: ApiRequest, at: At): Reply | Promise<Reply | undefined> {
    const { definition, store, faults } = this.#options
    const { recorded, route } = at
    const perform = (alteration?: Alteration) =>
      this.#expired.refusal(recorded.operation, asked) ??
      definition.answer(route, alteration ? { ...asked, ...alteration } : asked, store)
    if (route?.aboutTheApi) return perform()
    const target = { ...recorded, query: () => this.#queryOf(asked, recorded) }
    // Faults for a page have to know, before they strike, whether that is one. To ask for it changes nothing.
    if (!faults.asksForPage(recorded)) return this.#struck(target, at, asked, perform)
    return Promise.resolve(perform()).then(({ facts }) =>
      this.#struck({ ...target, page: facts?.page }, at, asked, perform),
    )
  }

  /** What is sent where faults strike, if any do. */
  #struck(
    target: Target,
    { recorded, response, request }: At,
    asked: ApiRequest,
    perform: (alteration?: Alteration) => Reply | Promise<Reply>,
  ): Reply | Promise<Reply | undefined> {
    const { definition, faults, listener } = this.#options
    const performing = faults.countsSuccess
      ? counting(faults, target, definition, perform)
      : perform
    const strikes = faults.strikesOn(target)
    if (strikes.length === 0) return performing()
    const last = strikes.at(-1)
    recorded.fault = last?.id
    recorded.faultKind = last?.spec.kind
    const gone = goneOf(response)
    const struck = {
      url: asked.url,
      failure: definition.failure,
      tooMany: (headers: Readonly<Record<string, string>>) => tooMany(definition, headers),
      oddBodies: definition.oddBodies,
      gone: () => gone,
      wait: (milliseconds: number) => wait(milliseconds, gone),
      expire: () => this.#expired.expire(asked),
      reset: () => listener().reset(request.socket),
    }
    return strike(strikes, struck, performing)
  }

  /** The query of the search that a request is about, or that it carries. */
  #queryOf({ method, url, headers, body }: ApiRequest, { searchId }: Recorded) {
    const { store, definition } = this.#options
    const search = searchId === undefined ? undefined : store.searches.get(searchId)
    if (search !== undefined) return search?.query
    const known = Object.entries(headers).map(([name, value]) => [name, String(value)])
    return definition.reads.query({
      ...{ method, path: url, headers: Object.fromEntries(known) },
      body: body.toString(),
    })
  }

  /** Sends at once, or gives what ends when all of it has gone out. */
  #send(reply: Reply, at: At): Promise<void> | undefined {
    const { journal, nextRequestId, listener } = this.#options
    const { request, response, recorded } = at
    recorded.unexpected = reply.unexpected
    recorded.madeSearch = reply.facts?.searchId
    if (response.destroyed) return undefined
    const headers = headersOf(reply, nextRequestId())
    // Recorded in the same turn as it is sent, so that whoever has the answer finds it in the journal.
    journal.answered(recorded, recordedResponse(reply, headers))
    if (!reply.delivery) {
      send(response, reply, headers)
      this.#publish({ ...reply, headers }, at)
      return undefined
    }
    const reset = () => listener().reset(request.socket)
    return deliver(response, reply, headers, { gone: goneOf(response), reset }).then((sent) => {
      journal.answered(recorded, recordedResponse(reply, headers, sent))
      this.#publish({ ...reply, headers }, at)
    })
  }

  /** Publishes what bytes that are no HTTP request were answered with. */
  publishUnreadable(reply: Reply): void {
    this.#publish(reply)
  }

  #publish({ status, headers, body, scripted = false }: Reply, at?: At): void {
    publishResponse(() => ({
      dataSource: this.#options.definition.title,
      operation: at?.recorded.operation,
      route: at?.route?.path,
      method: at?.request.method,
      status,
      headers: joined(headers),
      body,
      fault: at?.recorded.fault,
      scripted,
    }))
  }
}

function tooMany(
  { errors, failure }: DataSourceDefinition,
  headers: Readonly<Record<string, string>>,
): Reply {
  const code = errors.roles.too_many
  return code === undefined ? { status: 429, headers, body: [] } : failure(code, { headers })
}

interface At {
  readonly request: Request
  readonly response: Response
  readonly route: Route | undefined
  readonly recorded: Recorded
}

function apiRequest(
  request: Request,
  read: { body: Buffer; problem?: RequestProblem | undefined },
): ApiRequest {
  const url = request.originalUrl
  const mark = url.indexOf('?')
  const { host } = request.headers
  return {
    method: request.method,
    url,
    origin: host === undefined ? '' : `${request.protocol}://${host}`,
    parameters: request.params as Readonly<Record<string, string>>,
    queryString: mark < 0 ? '' : url.slice(mark + 1),
    headers: request.headers,
    body: read.body,
    problem: read.problem,
  }
}

function goneOf(response: Response): Promise<void> {
  return new Promise((resolve) => response.once('close', resolve))
}
