import * as z from 'zod'
import { AbcCreateSearchBody, AbcResultsBody } from '../../contracts/abc-security-monitor/api.ts'
import type { Exchange } from './exchange.ts'
import { AS_PROMISED, deviations } from './probe/deviations.ts'
import { requestLine } from './probe/evidence-of.ts'
import { type Side, searchPath } from './side.ts'
import { CannotGoOn } from './stops.ts'

/** A search that is not over by then is left as it is. */
const MOST_POLLS = 60
/** In milliseconds; each pause is twice the one before. */
const FIRST_PAUSE = 20
const LONGEST_PAUSE = 2_000

/** Statuses that never change. */
export const TERMINAL: readonly string[] = ['COMPLETED', 'CANCELED', 'ERROR']

// What an API has grown is an observation, and no reason to stop.
const Created = z.looseObject({ query_id: AbcCreateSearchBody.shape.query_id })
const Status = z.looseObject({ status: z.string(), progress: z.unknown() })
const Page = z.looseObject(AbcResultsBody.shape)
export type Page = z.infer<typeof Page>

/** Makes a search, with an id of one's own where one is given. */
export function createSearch(side: Side, query: string, id?: string): Promise<Exchange> {
  const body = id === undefined ? { query } : { query, query_id: id }
  return side.send({ method: 'POST', path: '/searches', body })
}

export function getStatus(side: Side, id: string): Promise<Exchange> {
  return side.send({ method: 'GET', path: searchPath(id) })
}

/** @param parameters the query string, percent-encoded, without its question mark. */
export function getResults(side: Side, id: string, parameters = ''): Promise<Exchange> {
  const path = `${searchPath(id)}/results${parameters === '' ? '' : `?${parameters}`}`
  return side.send({ method: 'GET', path })
}

/** @throws CannotGoOn where no search was made. */
export function idOf(exchange: Exchange): string {
  return read(exchange, Created).query_id
}

/** Rows, total and token of a page. @throws CannotGoOn where it is none. */
export function pageOf(exchange: Exchange): Page {
  return read(exchange, Page)
}

/** @throws CannotGoOn where there is no status. */
export function statusOf(exchange: Exchange): z.infer<typeof Status> {
  return read(exchange, Status)
}

/**
 * Asks for the status until it is terminal, so many times at most; all exchanges, in order.
 *
 * @throws CannotGoOn where an answer has no status; `seen` is told of each exchange before.
 */
export async function pollToEnd(
  side: Side,
  id: string,
  seen: (exchange: Exchange) => void = () => undefined,
): Promise<readonly Exchange[]> {
  const polls: Exchange[] = []
  let pause = FIRST_PAUSE
  while (polls.length < MOST_POLLS) {
    const exchange = await getStatus(side, id)
    polls.push(exchange)
    seen(exchange)
    if (TERMINAL.includes(statusOf(exchange).status)) break
    await side.pause(pause)
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }
  return polls
}

/** The id of a search that is COMPLETED. @throws CannotGoOn where it does not get so far. */
export async function completedSearch(side: Side, query: string): Promise<string> {
  const id = idOf(await createSearch(side, query))
  const last = (await pollToEnd(side, id)).at(-1)
  const status = last === undefined ? 'unknown' : statusOf(last).status
  if (status === 'COMPLETED') return id
  throw new CannotGoOn(`the search is ${status} after all polls, and not COMPLETED`)
}

function read<Body>(exchange: Exchange, schema: z.ZodType<Body>): Body {
  const { request, answer } = exchange
  const what = requestLine({
    ...request,
    path: request.path.replace(/\/searches\/[^/?]+/, '/searches/…'),
  })
  if (answer === undefined) throw new CannotGoOn(`${what} got no answer`)
  if (answer.status >= 300) throw new CannotGoOn(`${what} was answered with ${answer.status}`)
  const parsed = schema.safeParse(answer.json)
  if (parsed.success) return parsed.data
  const problems = deviations(answer, schema)
  const words = problems === AS_PROMISED ? '"code" is not 200' : [problems].flat().join('; ')
  throw new CannotGoOn(`${what} cannot be read: ${words}`)
}
