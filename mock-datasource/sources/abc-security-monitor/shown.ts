import { ABC_BASE_PATH } from '../../../contracts/abc-security-monitor/api.ts'
import type { Shown, ShownRequest } from '../../data-source-definition.ts'
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
