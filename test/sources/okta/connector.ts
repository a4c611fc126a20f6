import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { failureEnvelope } from '../../../connectors/support/failure-envelope.ts'
import { secretMasker } from '../../../connectors/support/mask-secrets.ts'
import { parseCount } from '../../../connectors/support/parse-count.ts'
import { requireText } from '../../../connectors/support/require-text.ts'
import type { Configuration, Connection } from '../../../contracts/connection.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { isObject, type Received } from '../support/send.ts'
import { ask, nextLink } from './api.ts'

const MOST_ROWS = 1_000

/** What differs in a connector with a defect. */
export interface Ways {
  /** The query as it stands in a URL. */
  readonly written: (query: string) => string
  /** Where the page behind an answer is asked for; undefined behind the last. */
  readonly next: (answer: Received, asked: URL) => URL | undefined
  /** How many rows are asked for, where so many are missing. */
  readonly limit: (missing: number) => number
  /** What a page that leads to itself, or is empty and leads on, is taken for. */
  readonly circle: 'broken' | 'the end' | 'right'
  readonly hostOf: (url: URL, connection: Connection) => string
  readonly pathOf: (url: URL) => string
  readonly mask: (configuration: Configuration) => (text: string) => string
}

const RIGHT: Ways = {
  // A query is a query string. Whatever a URL cannot hold in it is encoded, and nothing else.
  written: (query) => query.replaceAll('#', '%23'),
  next: nextAtTheSame,
  limit: (missing) => Math.min(MOST_ROWS, missing),
  circle: 'broken',
  hostOf: (_url, { host }) => host,
  pathOf: ({ pathname, search }) => `${pathname}${search}`,
  mask: (configuration) => secretMasker(configuration),
}

/** A correct connector for Okta. */
export const connector: ConnectorFactory = (...settings) => connectorWith({}, ...settings)

export function connectorWith(
  change: Partial<Ways>,
  ...[connection, configuration]: Parameters<ConnectorFactory>
): ReturnType<ConnectorFactory> {
  const ways = { ...RIGHT, ...change }
  const run = async (act: () => Promise<object>) => {
    try {
      return { success: true, ...(await act()) }
    } catch (error) {
      return failureEnvelope(error, ways.mask(configuration))
    }
  }
  return {
    is_async: () => false,
    ping: () =>
      run(async () => {
        const { json } = await ask(connection, configuration, '/api/v1/org')
        if (!isObject(json)) throw broken('no object')
        return {}
      }),
    query: (query) => run(async () => ({ search_id: requireText(query, 'query') })),
    status: () => run(async () => ({ status: 'COMPLETED', progress: 100 })),
    results: (query, offset, length, metadata) =>
      run(async () => {
        const wanted = parseCount(length, 'length')
        const passed = metadata === undefined ? parseCount(offset, 'offset') : 0
        const text = ways.written(requireText(query, 'query'))
        const first = firstPage(connection, text, metadata)
        const { rows, next } = await follow(first, passed + wanted, ways, (url) =>
          ask(
            { ...connection, host: ways.hostOf(url, connection) },
            configuration,
            ways.pathOf(url),
          ),
        )
        const after = next?.searchParams.get('after')
        return { data: rows.slice(passed), ...(after ? { metadata: { after } } : {}) }
      }),
    delete: () => run(async () => ({})),
  }
}

function firstPage({ host }: Connection, query: string, metadata: unknown): URL {
  const url = new URL(`https://${host}/api/v1/logs?${query}`)
  if (metadata === undefined) return url
  const after = isObject(metadata) ? metadata['after'] : undefined
  url.searchParams.set('after', requireText(after, 'metadata.after'))
  return url
}

/** The first `most` rows of a page and those behind it, and what leads on from there. */
async function follow(
  first: URL,
  most: number,
  { next: nextOf, limit, circle }: Ways,
  answerTo: (url: URL) => Promise<Received>,
): Promise<{ rows: readonly object[]; next: URL | undefined }> {
  const rows: object[] = []
  let url = first
  for (;;) {
    url.searchParams.set('limit', String(limit(most - rows.length)))
    const answer = await answerTo(url)
    const page = rowsIn(answer)
    rows.push(...page)
    const next = nextOf(answer, url)
    if (next === undefined || rows.length >= most) return { rows: rows.slice(0, most), next }
    const isCircle = page.length === 0 || cursorOf(next) === cursorOf(url)
    if (isCircle && circle === 'the end') return { rows, next: undefined }
    if (isCircle && circle === 'broken') throw broken('pages that lead nowhere')
    url = next
  }
}

function cursorOf(url: URL): string | null {
  return url.searchParams.get('after')
}

/** Only where the page itself was: whatever else a link holds, credentials are for this origin alone. */
function nextAtTheSame(answer: Received, asked: URL): URL | undefined {
  const link = nextLink(answer)
  if (link === undefined) return undefined
  const next = URL.parse(link, asked.href)
  if (next?.origin !== asked.origin || next.pathname !== asked.pathname) {
    throw broken('a link that leads elsewhere')
  }
  return next
}

function rowsIn({ json }: Received): readonly object[] {
  if (Array.isArray(json) && json.every(isObject)) return json
  throw broken('no rows')
}

function broken(what: string): ConnectorFailure {
  return new ConnectorFailure('unknown', `Okta answered what its API does not promise: ${what}`)
}
