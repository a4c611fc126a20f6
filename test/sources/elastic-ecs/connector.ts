import { createHash } from 'node:crypto'
import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { failureEnvelope } from '../../../connectors/support/failure-envelope.ts'
import { secretMasker } from '../../../connectors/support/mask-secrets.ts'
import { parseCount } from '../../../connectors/support/parse-count.ts'
import { requireText } from '../../../connectors/support/require-text.ts'
import type { Configuration } from '../../../contracts/connection.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { isObject } from '../support/send.ts'
import { ask } from './api.ts'
import { type Hit, pageIn, windowIn } from './page.ts'

type Values = readonly unknown[]

/** What differs in a connector with a defect. */
export interface Ways {
  readonly sort: readonly string[]
  readonly body: (query: string, more: Readonly<Record<string, unknown>>) => string
  /** The hit behind which the next page begins. */
  readonly last: (hits: readonly Hit[]) => Hit | undefined
  readonly asksForWindow: boolean
  readonly pages: number
  readonly signs: boolean
  readonly mask: (configuration: Configuration) => (text: string) => string
}

const RIGHT: Ways = {
  // Only both together tell rows apart.
  sort: ['@timestamp', 'event.id'],
  body: (query, more) => JSON.stringify({ ...more, query: { query_string: { query } } }),
  last: (hits) => hits.at(-1),
  asksForWindow: true,
  pages: Number.POSITIVE_INFINITY,
  signs: true,
  mask: (configuration) => secretMasker(configuration),
}

/** A correct connector for Elasticsearch. */
export const connector: ConnectorFactory = (...settings) => connectorWith({}, ...settings)

export function connectorWith(
  change: Partial<Ways>,
  ...[connection, configuration]: Parameters<ConnectorFactory>
): ReturnType<ConnectorFactory> {
  const ways = { ...RIGHT, ...change }
  const call = (path: string, body?: string) => ask(connection, configuration, path, body)
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
        await call('/_cluster/health')
        return {}
      }),
    query: (query) => run(async () => ({ search_id: requireText(query, 'query') })),
    status: () => run(async () => ({ status: 'COMPLETED', progress: 100 })),
    results: (id, offset, length, metadata) =>
      run(async () => {
        const query = requireText(id, 'query')
        const wanted = parseCount(length, 'length')
        const passed = metadata === undefined ? parseCount(offset, 'offset') : 0
        const window = ways.asksForWindow ? windowIn(await call(SETTINGS)) : 10_000
        const page = async (after: Values | undefined, size: number) => {
          const sort = ways.sort.map((field) => ({ [field]: 'asc' }))
          const more = { size, sort, ...(after && { search_after: after }) }
          return pageIn(await call('/_search', ways.body(query, more)), size, after)
        }
        const begin = metadata === undefined ? undefined : afterIn(metadata, query, ways)
        const hits = await follow(page, begin, { most: passed + wanted, window, ways })
        const after = hits.at(-1)?.sort ?? begin
        const data = hits.slice(passed).map(({ row }) => row)
        return { data, ...(after && hits.length > 0 && { metadata: told(after, query, ways) }) }
      }),
    delete: () => run(async () => ({})),
  }
}

const SETTINGS = '/_settings/index.max_result_window?include_defaults=true'

interface Followed {
  readonly most: number
  readonly window: number
  readonly ways: Ways
}

/** So many hits as there are, page by page. */
async function follow(
  page: (
    after: Values | undefined,
    size: number,
  ) => ReturnType<typeof pageIn> | Promise<ReturnType<typeof pageIn>>,
  begin: Values | undefined,
  { most, window, ways }: Followed,
): Promise<readonly Hit[]> {
  const hits: Hit[] = []
  let after = begin
  for (let pages = 1; ; pages += 1) {
    const size = Math.min(window, most - hits.length)
    const { hits: more, total } = await page(after, size)
    hits.push(...more)
    if (hits.length >= most || pages >= ways.pages) return hits
    if (more.length < size) {
      if (begin === undefined && hits.length !== total) throw broken('a page that is not all')
      return hits
    }
    after = ways.last(more)?.sort
  }
}

/** What leads on, signed so that neither another search's nor what was spoilt is taken for it. */
function told(after: Values, query: string, { signs }: Ways): object {
  return signs ? { after, of: digest(query, after) } : { after }
}

function afterIn(metadata: unknown, query: string, { signs }: Ways): Values {
  const { after, of } = isObject(metadata) ? metadata : { after: undefined, of: undefined }
  const isOwn = Array.isArray(after) && (!signs || of === digest(query, after))
  if (isOwn) return after
  throw new ConnectorFailure('invalid_parameter', 'the metadata is none of this search')
}

function digest(query: string, after: Values): string {
  return createHash('sha256')
    .update(JSON.stringify([query, after]))
    .digest('hex')
    .slice(0, 32)
}

function broken(what: string): ConnectorFailure {
  return new ConnectorFailure('unknown', `Elasticsearch answered what it does not promise: ${what}`)
}
