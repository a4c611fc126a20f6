import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { failureEnvelope } from '../../../connectors/support/failure-envelope.ts'
import { secretMasker } from '../../../connectors/support/mask-secrets.ts'
import { type OpenHttp, openHttpClient } from '../../../connectors/support/open-http-client.ts'
import { parseCount } from '../../../connectors/support/parse-count.ts'
import { requireText } from '../../../connectors/support/require-text.ts'
import type { Connection } from '../../../contracts/connection.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { broken, isObject, type OpenApi, SentinelOneApi, trusting } from './api.ts'
import { rowsOf } from './rows.ts'

const BASE = '/web/api/v2.1'
const STATES: Readonly<Record<string, string>> = {
  RUNNING: 'RUNNING',
  EVENTS_RUNNING: 'RUNNING',
  FINISHED: 'COMPLETED',
  QUERY_CANCELLED: 'CANCELED',
  FAILED: 'ERROR',
  FAILED_CLIENT: 'ERROR',
  ERROR: 'ERROR',
  QUERY_EXPIRED: 'ERROR',
  TIMED_OUT: 'TIMEOUT',
}

/** A correct connector for SentinelOne, on the API that `open` opens. */
export function connectorOn(open: OpenApi): ConnectorFactory {
  return (connection, { auth }) => {
    const mask = secretMasker({ auth })
    const trusted = trustedFor(connection)
    const run = async (act: (api: SentinelOneApi) => Promise<object>) => {
      try {
        const api = open(trusted(), String(auth['apitoken']))
        try {
          return { success: true, ...(await act(api)) }
        } finally {
          await api.close()
        }
      } catch (error) {
        return failureEnvelope(error, mask)
      }
    }
    return {
      is_async: () => true,
      ping: () => run(ping),
      query: (query) => run((api) => make(api, requireText(query, 'query'))),
      status: (id) => run((api) => status(api, idOf(id))),
      results: (id, offset, length) =>
        run(async (api) => {
          const [first, wanted] = [parseCount(offset, 'offset'), parseCount(length, 'length')]
          const path = `${BASE}/dv/events?queryId=${idOf(id)}`
          return { data: await rowsOf(api, path, first, wanted) }
        }),
      // The API has no such operation: a query goes by itself.
      delete: (id) =>
        run(async () => {
          requireText(id, 'search_id')
          return {}
        }),
    }
  }
}

/** The same, on the HTTP client that `open` opens. */
export const connectorWith = (open: OpenHttp): ConnectorFactory =>
  connectorOn((connection, token) => new SentinelOneApi(connection, token, open))

export default connectorWith(openHttpClient)

/** Read when the connector is made, and told of at each call. */
function trustedFor(connection: Connection): () => Connection {
  try {
    const trusted = trusting(connection)
    return () => trusted
  } catch (error) {
    return () => {
      throw error
    }
  }
}

async function ping(api: SentinelOneApi): Promise<object> {
  const { data } = await api.ask({ method: 'GET', path: `${BASE}/system/status` })
  if (!isObject(data)) throw broken('data')
  return {}
}

async function make(api: SentinelOneApi, query: string): Promise<object> {
  // As it was given: what it says may not even be JSON.
  const body = Buffer.from(query)
  const { data } = await api.ask({ method: 'POST', path: `${BASE}/dv/init-query`, body })
  const id = isObject(data) ? data['queryId'] : undefined
  if (typeof id !== 'string' || id === '') throw broken('queryId')
  return { search_id: id }
}

async function status(api: SentinelOneApi, id: string): Promise<object> {
  const path = `${BASE}/dv/query-status?queryId=${id}`
  const { data } = await api.ask({ method: 'GET', path })
  if (!isObject(data)) throw broken('data')
  const { responseState, progressStatus: progress } = data
  const state = STATES[String(responseState)]
  if (state === undefined) throw broken('responseState')
  if (!Number.isInteger(progress)) throw broken('progressStatus')
  return { status: state, progress }
}

function idOf(id: unknown): string {
  const text = requireText(id, 'search_id')
  if (text.isWellFormed()) return encodeURIComponent(text)
  throw new ConnectorFailure('no_results', 'no query has such an id')
}
