import { type MockDataSource, startMockDataSource } from '../../mock-datasource/index.ts'
import { answerParent } from './answer-parent.ts'
import { describedForBench } from './described-for-bench.ts'
import { held } from './held.ts'
import { usage } from './usage.ts'

let mock: MockDataSource

interface Start {
  readonly rows: number
  readonly isDescribed: boolean
  readonly journalBytes?: number | undefined
}

const operations = {
  /** Over HTTP, with the settings that a user gets who asks for no others. */
  async start({ rows, isDescribed, journalBytes }: Start) {
    const dataSet = { rows, seed: 1 }
    const dataSource = isDescribed ? describedForBench() : undefined
    mock = await startMockDataSource({
      ...(dataSource && { dataSource }),
      scheme: 'http',
      ...(journalBytes !== undefined && { journalBytes }),
      settings: { dataSet },
    })
    const { username = '', password = '' } = mock.account.credentials
    return { url: mock.url, port: mock.port, username, password }
  },

  /** Makes one finished search for each query, and gives their ids. */
  async search(queries: readonly string[]) {
    const ids: string[] = []
    for (const query of queries) {
      const search = await mock.control.createSearch({ query, status: 'COMPLETED' })
      ids.push(search.id)
    }
    return ids
  },

  usage,
  held,
}

export type MockOperations = typeof operations

answerParent(operations)
