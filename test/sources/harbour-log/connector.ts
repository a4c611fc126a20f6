import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { failureEnvelope } from '../../../connectors/support/failure-envelope.ts'
import { secretMasker } from '../../../connectors/support/mask-secrets.ts'
import { parseCount } from '../../../connectors/support/parse-count.ts'
import { requireText } from '../../../connectors/support/require-text.ts'
import type { Configuration, Connection } from '../../../contracts/connection.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { isObject } from '../support/send.ts'
import { type Answered, ask, documentIn, originOf } from './api.ts'

const MOST_ROWS = 500

/** What differs in a connector with a defect. */
export interface Ways {
  /** Where a page's `next` is asked for. @throws ConnectorFailure where that is somebody else. */
  readonly reach: (next: URL, connection: Connection) => Connection
  readonly pathOf: (url: URL) => string
  /** Whether a page may be the last though something leads on. */
  readonly isLast: (rows: number, asked: number) => boolean
  readonly renews: boolean
  readonly mask: (configuration: Configuration, token: () => string) => (text: string) => string
}

const RIGHT: Ways = {
  reach(next, connection) {
    if (next.origin !== originOf(connection) || next.pathname !== '/ships') throw broken('next')
    return connection
  },
  pathOf: ({ pathname, search }) => `${pathname}${search}`,
  isLast: () => false,
  renews: true,
  mask: (configuration, token) => (text) => {
    const own = secretMasker(configuration)(text)
    return token() === '' ? own : own.replaceAll(token(), '***')
  },
}

/** A correct connector for Harbour Log. */
export const connector: ConnectorFactory = (...settings) => connectorWith({}, ...settings)

export function connectorWith(
  change: Partial<Ways>,
  ...[connection, configuration]: Parameters<ConnectorFactory>
): ReturnType<ConnectorFactory> {
  const ways = { ...RIGHT, ...change }
  let token = ''
  const mask = ways.mask(configuration, () => token)
  const run = async (act: () => Promise<object>) => {
    try {
      return { success: true, ...(await act()) }
    } catch (error) {
      return failureEnvelope(error, mask)
    }
  }
  const get = async (path: string, to: Connection = connection): Promise<Answered> => {
    if (token === '') token = await tokenFor(connection, configuration)
    const asked = () =>
      ask(to, { method: 'GET', path, headers: { authorization: `Bearer ${token}` } })
    const answered = await asked()
    if (answered.status !== 401 || !ways.renews) return answered
    token = await tokenFor(connection, configuration)
    return asked()
  }
  return {
    is_async: () => false,
    ping: () =>
      run(async () => {
        documentIn(await get('/harbour'))
        return {}
      }),
    query: (query) => run(async () => ({ search_id: requireText(query, 'query') })),
    status: () => run(async () => ({ status: 'COMPLETED', progress: 100 })),
    results: (query, offset, length) =>
      run(async () => {
        const passed = parseCount(offset, 'offset')
        const most = passed + parseCount(length, 'length')
        const url = new URL(`${originOf(connection)}/ships`)
        url.searchParams.set('q', requireText(query, 'query'))
        const rows = await follow(url, most, ways, (next) =>
          get(ways.pathOf(next), ways.reach(next, connection)),
        )
        return { data: rows.slice(passed, most) }
      }),
    delete: () => run(async () => ({})),
  }
}

async function tokenFor(connection: Connection, { auth }: Configuration): Promise<string> {
  const { client_id: id, client_secret: secret } = auth
  const own = { client_id: String(id), client_secret: String(secret) }
  const body = new URLSearchParams({ grant_type: 'client_credentials', scope: 'read', ...own })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const asked = { method: 'POST', path: '/oauth/token', headers, body: body.toString() } as const
  const answered = await ask(connection, asked)
  try {
    const { access_token: token } = JSON.parse(answered.text)
    if (answered.status === 200 && typeof token === 'string' && token !== '') return token
  } catch {}
  documentIn(answered)
  throw broken('token')
}

/** The first `most` rows of a result, page by page. */
async function follow(
  first: URL,
  most: number,
  { isLast }: Ways,
  answerTo: (url: URL) => Promise<Answered>,
): Promise<readonly object[]> {
  const rows: object[] = []
  for (let url = first; ; ) {
    // No page has no rows; it is asked for all the same, to hear of errors.
    const asked = Math.min(MOST_ROWS, Math.max(1, most - rows.length))
    url.searchParams.set('most', String(asked))
    const page = pageIn(await answerTo(url))
    rows.push(...page.rows)
    if (page.next === undefined) {
      if (rows.length < Math.min(most, page.all)) throw broken('all')
      return rows
    }
    if (rows.length >= most || isLast(page.rows.length, asked)) return rows
    const next = URL.parse(page.next, url.href)
    const isCircle = next?.searchParams.get('from') === url.searchParams.get('from')
    if (next === null || page.rows.length === 0 || isCircle) throw broken('next')
    url = next
  }
}

function pageIn(answered: Answered) {
  const { ships } = documentIn(answered)
  const { ship = [], next, '@all': all } = isObject(ships) ? ships : {}
  const isPage = Array.isArray(ship) && ship.every(isObject) && /^\d+$/.test(String(all))
  if (!isPage || (next !== undefined && typeof next !== 'string')) throw broken('ships')
  return { rows: ship as readonly object[], next, all: Number(all) }
}

function broken(where: string): ConnectorFailure {
  return new ConnectorFailure('unknown', `Harbour Log answered what nobody promised: ${where}`)
}
