import type { AbcStatus } from '../../../contracts/abc-security-monitor/api.ts'
import type { Control } from '../../../mock-datasource/index.ts'
import type { Mode } from '../../kit/requests.ts'
import type { SearchSetup, SessionDataSource, TestSearch } from '../../kit/session.ts'

const DATA_SEED = 1
const ALL_EVENTS = 'SELECT * FROM events'
const FEW_ROWS = 3

/**
 * The data source of a session as checks set it up: in process, without a call of the connector.
 *
 * @param remember told of every search that a check makes
 */
export function sessionDataSource(
  control: Control,
  mode: Mode,
  remember: (search: TestSearch) => void,
): SessionDataSource {
  const prepare = async (setup: SearchSetup): Promise<Omit<TestSearch, 'id'>> => {
    const { rows = FEW_ROWS, pageSize, query = ALL_EVENTS } = setup
    control.patchSettings({
      dataSet: { rows, seed: DATA_SEED },
      ...(pageSize === undefined ? {} : { maxPageSize: pageSize }),
    })
    const result = await control.rows(query)
    return { query, rows: result, keys: result.map((row) => String(row['id'])) }
  }
  const remembered = (search: TestSearch) => {
    remember(search)
    return search
  }
  const searchIn = async (status: AbcStatus, progress: number, setup: SearchSetup = {}) => {
    const prepared = await prepare(setup)
    const search = await control.createSearch({ query: prepared.query, status, progress })
    return remembered({ ...prepared, id: search.id })
  }
  return {
    control,
    searchIn,
    completedSearch: async (setup = {}) => {
      if (mode === 'asynchronous') return searchIn('COMPLETED', 100, setup)
      const prepared = await prepare(setup)
      return remembered({ ...prepared, id: prepared.query })
    },
    advance: (search, status, progress) => {
      control.advance(search.id, { status, progress })
    },
    fault: (spec) => {
      control.addFault(spec)
    },
  }
}
