import { bodyOf, bytesOf, type Exchange } from './exchange.ts'
import type { ExchangeMasker } from './exchange-masker.ts'
import { type Asked, type Front, type FrontOptions, headersOf, openFront } from './http-front.ts'
import type { Recorded } from './recording-reader.ts'
import { requestKey } from './request-key.ts'

/** What became of a request: the exchange that answered it, or the one that is nearest to it. */
export interface Replayed {
  readonly method: string
  readonly path: string
  readonly status: number | undefined
  readonly served?: Recorded
  /** All that were recorded of such requests have been served, and the last of them again. */
  readonly again?: true
  readonly nearest?: Recorded
  /** Why the exchange cannot be served: its file has been changed meanwhile. */
  readonly trouble?: string
}

export interface ReplayerOptions extends FrontOptions {
  readonly exchanges: readonly Recorded[]
  /** As what was recorded was masked, so that requests are known again. */
  readonly masker: ExchangeMasker
  readonly replayed: (replayed: Replayed) => void
}

/**
 * Serves a recording: to a request what was answered to it, in the order in which that was recorded, and from its end on the
 * last again. What nobody has recorded is refused with 501, and told with the exchange that is nearest.
 */
export async function startReplayer(options: ReplayerOptions): Promise<Front> {
  const { exchanges, masker, replayed } = options
  const byKey = Map.groupBy(exchanges, ({ key }) => key)
  const served = new Map<string, number>()
  return openFront(options, async (asked) => {
    const request = requestOf(asked, masker)
    const { method, path } = request
    const key = requestKey(request)
    const recorded = byKey.get(key)
    if (recorded === undefined) {
      const nearest = nearestTo(request, exchanges)
      refuse(asked.response, nearest)
      return replayed({ method, path, status: 501, ...(nearest && { nearest }) })
    }
    const place = served.get(key) ?? 0
    served.set(key, place + 1)
    const each = recorded[Math.min(place, recorded.length - 1)] as Recorded
    const again = place >= recorded.length && { again: true as const }
    try {
      const { response } = each.read()
      answer(asked.response, response)
      replayed({ method, path, status: response?.status, served: each, ...again })
    } catch (error) {
      const { message } = error as Error
      say(asked.response, 500, message)
      replayed({ method, path, status: 500, served: each, trouble: message, ...again })
    }
  })
}

function requestOf({ request, body }: Asked, masker: ExchangeMasker): Exchange['request'] {
  const { method = 'GET', url = '/' } = request
  const sent = bodyOf(body)
  const asked = { method, path: url, headers: headersOf(request), ...(sent && { body: sent }) }
  return masker.mask({ n: 1, request: asked }).exchange.request
}

function answer(response: Asked['response'], recorded: Exchange['response']): void {
  if (recorded === undefined) {
    response.destroy()
    return
  }
  const body = bytesOf(recorded.body)
  const headers = recorded.headers.filter(([name]) => !/^content-length$/i.test(name))
  const length = ['content-length', String(body.length + (recorded.cut ? 1 : 0))]
  const hasBody = recorded.status !== 204 && recorded.status !== 304
  response.writeHead(recorded.status, [...headers.flat(), ...(hasBody ? length : [])])
  if (!recorded.cut) response.end(body)
  else response.write(body, () => response.destroy())
}

function refuse(response: Asked['response'], nearest: Recorded | undefined): void {
  const words =
    nearest === undefined
      ? ''
      : `; the nearest is exchange ${nearest.n}: ${nearest.method} ${nearest.path}`
  say(response, 501, `this request is in no exchange of the recording${words}`)
}

function say(response: Asked['response'], status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ message }))
}

/** The one that has most in common with a request, from its beginning on. */
function nearestTo(
  { method, path }: Exchange['request'],
  exchanges: readonly Recorded[],
): Recorded | undefined {
  let best: { readonly each: Recorded; readonly score: number } | undefined
  for (const each of exchanges) {
    const score = commonLength(each.path, path) + (each.method === method ? 1 : 0)
    if (best === undefined || score > best.score) best = { each, score }
  }
  return best?.each
}

function commonLength(one: string, other: string): number {
  let at = 0
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1
  return at
}
