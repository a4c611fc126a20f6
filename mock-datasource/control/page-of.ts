import type { SeenExchange } from '../../contracts/data-source/exchange.ts'
import type { ClientRequest, PagePlace } from '../api-client.ts'
import type { DataSourceDefinition, Route } from '../data-source-definition.ts'
import type { Search } from '../engine/search.ts'
import type { Store } from '../engine/store.ts'
import type { ApiRequest } from '../http/api-request.ts'
import type { Reply } from '../http/reply.ts'
import { joined } from '../http/send.ts'
import type { KnownSecrets } from '../journal/known-secrets.ts'
import { ControlError } from './control-error.ts'

/** A page of a search as a client gets it who asks for it, and how it asks. */
export interface ServedPage extends Pick<SeenExchange, 'request'> {
  readonly response: NonNullable<SeenExchange['response']>
  readonly rows: number | undefined
  /** What leads to the next page; null behind the last one, undefined where the answer does not say. */
  readonly next: string | null | undefined
}

/** Asks a data source for a page of a search without a request over the network: no fault strikes it, and nothing changes. */
export async function pageOf(
  definition: DataSourceDefinition,
  store: Store,
  { id, query }: Pick<Search, 'id' | 'query'>,
  page: PagePlace,
): Promise<ServedPage> {
  const { methods, client, reads } = definition
  const operation = methods.asynchronous?.results
  if (client === undefined || operation === undefined) {
    throw new ControlError(`${definition.title} does not say how pages are asked for`)
  }
  const sessions = store.sessions.snapshot()
  try {
    const credentials = store.settings.accounts[0]?.credentials ?? {}
    const key = client.logIn && (await sessionKey(definition, store, credentials))
    const values = { credentials, id, query, ...(key !== undefined && { sessionKey: key }) }
    const request = client.request(operation, values, page)
    const response = seen(await answerTo(definition, store, request))
    const read = reads.page({ operation, request, response })
    return { request, response, rows: read?.rows, next: read?.next }
  } finally {
    store.sessions.restore(sessions)
  }
}

async function sessionKey(
  definition: DataSourceDefinition,
  store: Store,
  credentials: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const { client } = definition
  if (client?.logIn === undefined) return undefined
  const request = client.request(client.logIn, { credentials })
  const key = client.read(
    client.logIn,
    seen(await answerTo(definition, store, request)),
    'session_key',
  )
  return typeof key === 'string' ? key : undefined
}

function answerTo(
  definition: DataSourceDefinition,
  store: Store,
  { method, path, headers, body = '' }: ClientRequest,
): Reply | Promise<Reply> {
  const [own = '', ...queryString] = path.split('?')
  const found = definition.routes
    .filter(({ methods }) => method in methods)
    .map((route) => ({ route, parameters: parametersIn(route, own) }))
    .find(({ parameters }) => parameters !== undefined)
  const asked: ApiRequest = {
    ...{ method, url: path, origin: '', headers, problem: undefined },
    parameters: found?.parameters ?? {},
    queryString: queryString.join('?'),
    body: Buffer.from(body),
  }
  return definition.answer(found?.route, asked, store)
}

/** What stands in the named parts of a path; undefined where it is another path. */
function parametersIn(route: Route, path: string): Record<string, string> | undefined {
  const [parts, due] = [path.split('/'), route.path.split('/')]
  if (parts.length !== due.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [at, part] of due.entries()) {
    const there = parts[at] ?? ''
    if (part.startsWith(':')) parameters[part.slice(1)] = decodeURIComponent(there)
    else if (part !== there) return undefined
  }
  return parameters
}

/** As the journal would show it. */
export function maskedPage(page: ServedPage, known: KnownSecrets): ServedPage {
  const masking = known.masking()
  const masked = (text: string) => masking(text).text
  const headersOf = (headers: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, masked(value)]))
  const { request, response } = page
  return {
    ...page,
    request: {
      ...{ method: request.method, path: masked(request.path) },
      headers: headersOf(request.headers),
      ...(request.body !== undefined && { body: masked(request.body) }),
    },
    response: {
      ...{ status: response.status, headers: headersOf(response.headers) },
      body: masked(response.body),
    },
  }
}

function seen({ status, headers, body }: Reply): ServedPage['response'] {
  return { status, headers: joined(headers), body: Buffer.concat(body).toString() }
}
