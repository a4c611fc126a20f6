import {
  type ApiRequest,
  answerOrRefuse,
  type DataSourceDefinition,
  defineDataSource,
  type Endpoint,
  jsonReply,
  type Mode,
  madeRows,
  opaqueQueries,
  Refusal,
  type Route,
  type Store,
} from '../../../mock-datasource/data-source.ts'
import { factsOf, QUERIES, ROWS } from './facts.ts'
import * as operations from './operations.ts'

const { open, health, start, look, page, drop, find } = operations
const ENDPOINTS: Readonly<Record<Mode, readonly Endpoint[]>> = {
  asynchronous: [open, health, start, look, page, drop],
  synchronous: [open, health, find],
}

/**
 * Ledger Watch, invented to differ in everything: a log-in for a bearer token, POST for all calls, page numbers,
 * codes that are words, rows without a time. It makes searches that run on their own, or answers at once.
 */
export function ledgerWatch(named: Pick<DataSourceDefinition, 'name' | 'title'>, mode: Mode) {
  const facts = factsOf(mode)
  const listed = facts.errors.table
  const routes: readonly Route[] = ENDPOINTS[mode].map((endpoint) => ({
    path: pathOf(endpoint, facts.operations),
    methods: { POST: endpoint },
  }))
  const failure: DataSourceDefinition['failure'] = (code, { message, http, headers } = {}) => {
    const text = message ?? listed[code]?.message ?? `There was a ${code}`
    const fault = { name: code, text }
    return jsonReply(http ?? listed[code]?.http ?? 500, { ok: false, fault }, headers)
  }
  return defineDataSource({
    ...facts,
    ...named,
    modes: [mode],
    basePath: '/rpc',
    maxBodyBytes: 262_144,
    model: { open: madeRows(ROWS), compile: opaqueQueries(QUERIES) },
    routes,
    failure,
    unreadable: (status, reason) => failure('BAD_FIELD', { http: status, message: reason }),
    answer: (route, request, store) =>
      answerOrRefuse(() => endpointOf(route, request, store).answer(request, store), {
        failure,
        queryError: ({ message }) => new Refusal('BAD_ASK', { message }),
        internalError: new Refusal('OOPS'),
        unexpected: ['NO_SUCH_CALL', 'BAD_FIELD'],
      }),
    oddBodies: {
      cutShort: '{"ok":true,"phase":"finished","done":1,"entries":[{"ref":',
      nonAscii: '{"ok":false,"fault":{"name":"OOPS","text":"Größe überschritten"}}',
      endless: '{"ok":true,"entries":[{"note":"',
    },
  })
}

function pathOf(
  { operation = '' }: Endpoint,
  of: Readonly<Record<string, { readonly path: string }>>,
): string {
  return of[operation]?.path ?? ''
}

/** Who asks comes before what is asked, but for the log-in. */
function endpointOf(route: Route | undefined, request: ApiRequest, store: Store): Endpoint {
  const endpoint = route?.methods[request.method]
  if (endpoint !== operations.open) admit(request, store)
  if (!endpoint) throw new Refusal('NO_SUCH_CALL')
  if (request.problem) throw new Refusal('BAD_FIELD', { message: request.problem })
  return endpoint
}

function admit({ headers }: ApiRequest, store: Store): void {
  const key = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
  const account = key === undefined ? undefined : operations.keysOf(store).accountOf(key)
  if (!account) throw new Refusal('WHO_ARE_YOU')
  if (!account.permitted) throw new Refusal('NOT_YOURS')
}
