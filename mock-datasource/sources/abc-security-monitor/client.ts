import { ABC_BASE_PATH } from '../../../contracts/abc-security-monitor/api.ts'
import type { ApiClient, ClientValues, PagePlace } from '../../api-client.ts'
import { JSON_TYPE } from '../../http/reply.ts'

/** Where in its answers the API tells what a client has to know. */
const MEMBERS: Readonly<Record<string, string>> = {
  ...{ id: 'query_id', rows: 'data', next: 'next_page_token' },
  ...{ status: 'status', progress: 'progress' },
}

/** How a client asks the API. */
export const ABC_CLIENT: ApiClient = {
  request(operation, values, page) {
    const { method, path, body } = asked(operation, values, page)
    const { username = '', password = '' } = values.credentials
    const basic = Buffer.from(`${username}:${password}`).toString('base64')
    return {
      ...{ method, path: `${ABC_BASE_PATH}${path}` },
      headers: {
        authorization: `Basic ${basic}`,
        ...(body !== undefined && { 'content-type': JSON_TYPE }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }
  },
  wayTo: (_operation, placeholder) => {
    const member = MEMBERS[placeholder]
    return member === undefined ? undefined : [member]
  },
  read(_operation, { body }, placeholder) {
    try {
      return (JSON.parse(body) as Record<string, unknown>)[MEMBERS[placeholder] ?? placeholder]
    } catch {
      return undefined
    }
  },
}

function asked(operation: string, { id = '', query = '' }: ClientValues, page?: PagePlace) {
  const search = `/searches/${encodeURIComponent(id)}`
  const window = page ? windowOf(page) : {}
  switch (operation) {
    case 'create':
      return { method: 'POST', path: '/searches', body: { query } }
    case 'query':
      return { method: 'POST', path: '/events/query', body: { query, ...window } }
    case 'results':
      return { method: 'GET', path: `${search}/results${queryString(window)}` }
    case 'status':
      return { method: 'GET', path: search }
    case 'delete':
      return { method: 'DELETE', path: search }
    default:
      return { method: 'GET', path: `/${operation}` }
  }
}

/** A token takes the place of an offset. */
function windowOf({ offset, limit, next }: PagePlace): Readonly<Record<string, string | number>> {
  return next === undefined ? { offset, limit } : { page_token: next, limit }
}

function queryString(window: Readonly<Record<string, string | number>>): string {
  const entries = Object.entries(window).map(([name, value]): [string, string] => [
    name,
    String(value),
  ])
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`
}
