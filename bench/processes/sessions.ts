import {
  BUILT_IN,
  builtIn,
  type DataSourceDefinition,
  DEFAULT_DATA_SOURCE,
  startMockDataSource,
} from '../../mock-datasource/index.ts'
import { answerParent } from './answer-parent.ts'
import { describedForBench } from './described-for-bench.ts'
import { held } from './held.ts'

const abc = await builtIn(DEFAULT_DATA_SOURCE)?.load()
let described: DataSourceDefinition | undefined

const operations = {
  /** Starts and ends so many mocks one after the other; gives the processor time of one, in microseconds. */
  async sessions({ count, isDescribed }: { count: number; isDescribed: boolean }) {
    described ??= describedForBench()
    const dataSource = isDescribed ? described : abc
    if (dataSource === undefined) throw new Error('there is no data source')
    const before = process.cpuUsage()
    for (let started = 0; started < count; started += 1) {
      const mock = await startMockDataSource({ dataSource, scheme: 'http' })
      await mock.close()
    }
    const { user, system } = process.cpuUsage(before)
    return (user + system) / count
  },

  /** Reads every built-in description for the first time; gives the milliseconds of processor time. */
  async readAll() {
    const files = BUILT_IN.filter(({ name }) => name !== DEFAULT_DATA_SOURCE)
    const before = process.cpuUsage()
    for (const each of files) await each.load()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  },

  held,
}

export type SessionOperations = typeof operations

answerParent(operations)
