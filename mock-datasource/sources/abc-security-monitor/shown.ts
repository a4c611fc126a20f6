import { ABC_BASE_PATH } from '../../../contracts/abc-security-monitor/api.ts'
import type { Reference, Shown, ShownRequest } from '../../data-source-definition.ts'
import { ABC_QUERIES } from './queries.ts'

const LIMIT = 10

/** A call of each operation. */
export const ABC_SHOWN: Shown = {
  connector: 'abc-security-monitor',
  requests: ({ credentials }) => {
    const { username = '', password = '' } = credentials
    const query = ABC_QUERIES.all
    const requests: readonly ShownRequest[] = [
      { path: '/ping' },
      { path: '/searches', json: { query, query_id: 'example' } },
      { path: '/searches/example' },
      { path: `/searches/example/results?offset=0&limit=${LIMIT}` },
      { path: '/searches/example', method: 'DELETE' },
      { path: '/events/query', json: { query, limit: LIMIT } },
    ]
    return requests.map((request) => ({
      ...request,
      path: `${ABC_BASE_PATH}${request.path}`,
      user: [username, password],
    }))
  },
}

/** The reference connectors. */
export const ABC_REFERENCE: Reference = {
  python: { folder: 'connectors/abc-security-monitor-python', module: 'abc_security_monitor' },
  typescript: {
    async: 'connectors/abc-security-monitor/index.ts',
    sync: 'connectors/abc-security-monitor-sync/index.ts',
    api: 'contracts/abc-security-monitor/',
  },
}
