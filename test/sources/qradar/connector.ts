import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { failureEnvelope } from '../../../connectors/support/failure-envelope.ts'
import { secretMasker } from '../../../connectors/support/mask-secrets.ts'
import { parseCount } from '../../../connectors/support/parse-count.ts'
import { requireText } from '../../../connectors/support/require-text.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { type Answered, ask, isObject } from './api.ts'

const STATES: Readonly<Record<string, string>> = {
  WAIT: 'RUNNING',
  EXECUTE: 'RUNNING',
  SORTING: 'RUNNING',
  COMPLETED: 'COMPLETED',
  CANCELED: 'CANCELED',
  ERROR: 'ERROR',
}

/** A correct connector for QRadar. */
export const connector: ConnectorFactory = (connection, configuration) => {
  const sec = String(configuration.auth['sec'])
  const mask = secretMasker(configuration)
  const run = async (act: () => Promise<object>) => {
    try {
      return { success: true, ...(await act()) }
    } catch (error) {
      return failureEnvelope(error, mask)
    }
  }
  const call = (asked: Parameters<typeof ask>[2]) => ask(connection, sec, asked)
  return {
    is_async: () => true,
    ping: () =>
      run(async () => {
        await call({ method: 'GET', path: '/api/help/resources', http: 200 })
        return {}
      }),
    query: (query) =>
      run(async () => {
        const form = { query_expression: requireText(query, 'query') }
        const { json } = await call({ method: 'POST', path: SEARCHES, http: 201, form })
        return { search_id: textIn(json, 'search_id') }
      }),
    status: (id) =>
      run(async () => {
        const { json } = await call({ method: 'GET', path: searchPath(id), http: 200 })
        const status = STATES[textIn(json, 'status')]
        const progress = isObject(json) ? json['progress'] : undefined
        if (status === undefined || !Number.isInteger(progress)) throw broken('status')
        return { status, progress }
      }),
    results: (id, offset, length) =>
      run(async () => {
        const first = parseCount(offset, 'offset')
        const wanted = parseCount(length, 'length')
        // A range has at least one row; it is asked for all the same, to hear of the search's errors.
        const last = Math.min(first + Math.max(1, wanted) - 1, Number.MAX_SAFE_INTEGER)
        const headers = { range: `items=${first}-${last}` }
        const path = `${searchPath(id)}/results`
        const answered = await call({ method: 'GET', path, http: 200, headers })
        return { data: rowsIn(answered, first, last).slice(0, wanted) }
      }),
    delete: (id) =>
      run(async () => {
        await call({ method: 'DELETE', path: searchPath(id), http: 202 })
        return {}
      }),
  }
}

const SEARCHES = '/api/ariel/searches'

function searchPath(id: unknown): string {
  const text = requireText(id, 'search_id')
  if (text === '.' || text === '..' || !text.isWellFormed()) {
    throw new ConnectorFailure('no_results', 'no search has such an id')
  }
  return `${SEARCHES}/${encodeURIComponent(text)}`
}

/** The rows of a page that is what it says, and says what was asked for. */
function rowsIn({ json, contentRange }: Answered, first: number, last: number): readonly object[] {
  const rows = isObject(json) ? json['events'] : undefined
  const [, from, to, all] = /^items (?:(\d+)-(\d+)|\*)\/(\d+)$/.exec(contentRange ?? '') ?? []
  if (!Array.isArray(rows) || !rows.every(isObject) || all === undefined) throw broken('events')
  const due = Math.max(0, Math.min(last + 1, Number(all)) - first)
  const isAsTold = from === undefined || Number(to) - Number(from) + 1 === rows.length
  const isAsAsked = rows.length === due && (from === undefined || Number(from) === first)
  if (!isAsTold || !isAsAsked) throw broken('Content-Range')
  return rows
}

function textIn(json: unknown, name: string): string {
  const value = isObject(json) ? json[name] : undefined
  if (typeof value === 'string' && value !== '') return value
  throw broken(name)
}

function broken(where: string): ConnectorFailure {
  return new ConnectorFailure('unknown', `QRadar answered what its API does not promise: ${where}`)
}
