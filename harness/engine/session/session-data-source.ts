import { statesOf } from '../../../contracts/data-source/states-of.ts'
import type { Control } from '../../../mock-datasource/index.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import type { SearchSetup, SessionDataSource, TestSearch } from '../../kit/session.ts'
import { CaseDoesNotFit } from '../../kit/violation.ts'

const DATA_SEED = 1
const FEW_ROWS = 3

/**
 * The data source of a session as checks set it up: in process, without a call of the connector.
 *
 * @param remember told of every search that a check makes
 */
export function sessionDataSource(
  control: Control,
  { mode, source }: Pick<Capabilities, 'mode' | 'source'>,
  remember: (search: TestSearch) => void,
): SessionDataSource {
  const prepare = async (setup: SearchSetup): Promise<Omit<TestSearch, 'id'>> => {
    const { rows = FEW_ROWS, data, pageSize, query = source.query.all } = setup
    control.patchSettings({
      dataSet: data === undefined ? { rows, seed: DATA_SEED } : { data: [...data] },
      ...(pageSize === undefined ? {} : { maxPageSize: pageSize }),
    })
    const result = await control.rows(query)
    return { query, rows: result, keys: result.map((row) => String(row[source.rows.key])) }
  }
  const remembered = (search: TestSearch) => {
    remember(search)
    return search
  }
  const searchIn = async (status: string, progress: number, setup: SearchSetup = {}) => {
    if (!source.states.some(({ word }) => word === status)) {
      throw new CaseDoesNotFit(source.title, `it has no status ${JSON.stringify(status)}`)
    }
    const prepared = await prepare(setup)
    const search = await control.createSearch({ query: prepared.query, status, progress })
    return remembered({ ...prepared, id: search.id })
  }
  return {
    control,
    searchIn,
    completedSearch: async (setup = {}) => {
      if (mode === 'asynchronous') return searchIn(statesOf(source).completed ?? '', 100, setup)
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
