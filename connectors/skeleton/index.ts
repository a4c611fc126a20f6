import type { Connector, ConnectorFactory } from '../../contracts/connector.ts'
import { ConnectorFailure } from '../support/connector-failure.ts'
import { failureEnvelope } from '../support/failure-envelope.ts'
import { secretMasker } from '../support/mask-secrets.ts'
import type { OpenHttp } from '../support/open-http-client.ts'
import { parseCount } from '../support/parse-count.ts'
import { requireText } from '../support/require-text.ts'
import type { Api } from './api.ts'
import { ApiSession, broken, valueAt } from './api-session.ts'
import { collectRows } from './collect-rows.ts'

/** The connector for an API: what is the API's own is in `api`, and the contract in here. */
export function connectorFor(api: Api, open?: OpenHttp): ConnectorFactory {
  return (connection, { auth }) => {
    const run = async (act: (session: ApiSession) => Promise<object>) => {
      let secrets: Readonly<Record<string, unknown>> = auth
      try {
        const session = new ApiSession(api, connection, auth, open)
        try {
          return { success: true, ...(await act(session)) }
        } finally {
          secrets = session.secrets
          await session.close()
        }
      } catch (error) {
        return failureEnvelope(error, secretMasker({ auth: secrets }))
      }
    }
    const ping = () =>
      run(async (session) => {
        await session.ask(api.ping())
        return {}
      })
    return { ping, ...(api.create ? asynchronous(api, run) : synchronous(api, run)) }
  }
}

type Run = (act: (session: ApiSession) => Promise<object>) => Promise<object>

function asynchronous(api: Api, run: Run): Omit<Connector, 'ping'> {
  return {
    is_async: () => true,
    query: (query) =>
      run(async (session) => {
        const id = await read(api, session, api.create?.(requireText(query, 'query')), api.at.id)
        if (typeof id !== 'string' || id === '') throw broken(api, api.at.id ?? [])
        return { search_id: id }
      }),
    status: (id) => run((session) => statusOf(api, session, encodedId(id))),
    results: (id, offset, length) =>
      run(async (session) => ({
        data: await collectRows(api, session, encodedId(id), windowOf(offset, length)),
      })),
    delete: (id) =>
      run(async (session) => {
        const asked = api.delete?.(encodedId(id))
        if (asked !== undefined) await session.ask(asked)
        return {}
      }),
  }
}

function synchronous(api: Api, run: Run): Omit<Connector, 'ping'> {
  const checked = (id: unknown, answer: object) =>
    run(async () => {
      requireText(id, 'search_id')
      return answer
    })
  return {
    is_async: () => false,
    query: (query) => run(async () => ({ search_id: requireText(query, 'query') })),
    status: (id) => checked(id, { status: 'COMPLETED', progress: 100 }),
    results: (query, offset, length) =>
      run(async (session) => {
        const window = windowOf(offset, length)
        return { data: await collectRows(api, session, requireText(query, 'search_id'), window) }
      }),
    delete: (id) => checked(id, {}),
  }
}

async function statusOf(api: Api, session: ApiSession, id: string): Promise<object> {
  const asked = api.status?.(id)
  if (asked === undefined) throw new ConnectorFailure('not_implemented', 'no status is told')
  const body = await session.ask(asked)
  const state = api.states.find(({ tells }) => tells.every(([at, is]) => valueAt(body, at) === is))
  if (state === undefined) throw broken(api, ['the status'])
  const told = api.at.progress && valueAt(body, api.at.progress)
  if (api.at.progress && (typeof told !== 'number' || told < 0)) throw broken(api, api.at.progress)
  const progress = typeof told === 'number' ? told * (api.fraction ? 100 : 1) : 0
  const { means: status } = state
  return { status, progress: status === 'COMPLETED' ? 100 : Math.min(100, Math.floor(progress)) }
}

async function read(
  api: Api,
  session: ApiSession,
  asked: Parameters<ApiSession['ask']>[0] | undefined,
  way: Api['at']['id'],
): Promise<unknown> {
  if (asked === undefined || way === undefined) throw broken(api, ['the search'])
  return valueAt(await session.ask(asked), way)
}

function windowOf(offset: unknown, length: unknown) {
  return { offset: parseCount(offset, 'offset'), length: parseCount(length, 'length') }
}

/** The id as a part of a path. */
function encodedId(id: unknown): string {
  const text = requireText(id, 'search_id')
  if (text === '.' || text === '..' || !text.isWellFormed()) {
    throw new ConnectorFailure('no_results', 'no search has such an id')
  }
  return encodeURIComponent(text)
}
