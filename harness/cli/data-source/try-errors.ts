import type { SeenExchange } from '../../../contracts/data-source/exchange.ts'
import { ERROR_ROLES, type ErrorRole } from '../../../contracts/data-source/roles.ts'
import type { Asker } from './asker.ts'
import type { Finding } from './finding.ts'
import { newSearch } from './new-search.ts'
import { wrongCredentials } from './wrong-credentials.ts'

/** Brings about the situation of each role that the data source has, and looks whether its code is read. */
export async function* tryErrors(asker: Asker): AsyncGenerator<Finding> {
  for (const role of ERROR_ROLES) {
    const code = asker.source.errors.roles[role]
    if (code === undefined) continue
    yield judged(asker, role, code, await situationOf(role, asker))
  }
}

interface Situation {
  readonly how: string
  readonly exchange: SeenExchange
}

function judged(
  asker: Asker,
  role: ErrorRole,
  code: string,
  { how, exchange: { response } }: Situation,
): Finding {
  const found = response && asker.source.reads.errorCode(response)
  const read = found === undefined ? 'no code is read' : `code ${found} is read`
  return {
    ...{ about: 'errors', name: role, seen: `${code}, HTTP ${response?.status}: ${how}` },
    ...(found !== code && { problem: read }),
    exchange: asker.latest(),
  }
}

async function situationOf(role: ErrorRole, asker: Asker): Promise<Situation> {
  const { source } = asker
  const { create, status, results, asking } = operationsOf(asker)
  switch (role) {
    case 'unauthenticated':
      return withWrongCredentials(asker)
    case 'forbidden':
      return whileNotPermitted(asker)
    case 'no_such_search':
      if (status === undefined) break
      return { how: 'an id that never was', exchange: await asker.ask(status, { id: 'never-was' }) }
    case 'running': {
      if (create === undefined || results === undefined || results === status) break
      const search = await newSearch(asker, create, { isOver: false })
      return { how: 'results of a running search', exchange: await asker.ask(results, search) }
    }
    case 'bad_parameter': {
      if (asking === undefined) break
      const exchange = await asker.ask(asking)
      // A query that stands in the path cannot be left out.
      if (!exchange.response || source.reads.errorCode(exchange.response) === undefined) break
      return { how: 'no query', exchange }
    }
    case 'bad_query': {
      const { refused } = source.query
      if (asking === undefined || refused === undefined) break
      return { how: 'query.refused', exchange: await asker.ask(asking, { query: refused }) }
    }
    case 'no_such_resource':
      return { how: 'a path that is none', exchange: await asker.ask('/no-such-path') }
    default:
  }
  return byFault(role, asker)
}

function operationsOf({ source: { methods } }: Asker) {
  const { asynchronous, synchronous } = methods
  const create = asynchronous?.query
  const { status, results } = asynchronous ?? {}
  return { create, status, results, asking: create ?? synchronous?.results }
}

function pingOf({ source: { methods, modes } }: Asker): string {
  return methods[modes[0]]?.ping ?? ''
}

async function withWrongCredentials(asker: Asker): Promise<Situation> {
  const { client } = asker.source
  const [wrong] = wrongCredentials(asker)
  const credentials = wrong?.credentials ?? {}
  return {
    how: 'wrong credentials',
    exchange: await asker.ask(client.logIn ?? pingOf(asker), { credentials }),
  }
}

async function whileNotPermitted(asker: Asker): Promise<Situation> {
  const { account, control } = asker.mock
  // Whoever may do nothing may log in at some APIs, and not at others.
  const sessionKey = await asker.sessionKeyFor(account.credentials)
  control.patchSettings({ accounts: [{ ...account, permitted: false }] })
  const key = sessionKey === undefined ? {} : { sessionKey }
  const exchange = await asker.ask(pingOf(asker), key)
  control.patchSettings({ accounts: [{ ...account, permitted: true }] })
  return { how: 'an account that may do nothing', exchange }
}

/** What nobody can bring about by asking: the mock is made to answer so. */
async function byFault(role: ErrorRole, asker: Asker): Promise<Situation> {
  const { source, mock } = asker
  const code = source.errors.roles[role] ?? ''
  const operation = pingOf(asker)
  await asker.ask(operation)
  const id = mock.control.addFault({ kind: 'api-error', code, operation, times: 1 }).id
  const exchange = await asker.ask(operation)
  mock.control.removeFault(id)
  return { how: 'the fault api-error', exchange }
}
