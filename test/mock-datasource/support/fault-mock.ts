import type { FaultSpec } from '../../../mock-datasource/index.ts'
import { openMock, type TestMock } from './open-mock.ts'

/** The second of three pages of search `s`, which every fault can strike. */
export const PAGE = '/searches/s/results?offset=2&limit=2'

/** A mock with six rows and the completed search `s`, which gives their ids. */
export async function faultMock(
  scheme: 'http' | 'https',
  ...faults: readonly FaultSpec[]
): Promise<TestMock> {
  const mock = await openMock({ scheme, settings: { dataSet: { rows: 6, seed: 1 } } })
  await mock.control.createSearch({
    id: 's',
    query: 'SELECT id FROM events',
    status: 'COMPLETED',
  })
  for (const fault of faults) mock.control.addFault(fault)
  return mock
}

/** The ids of the six rows, in order. */
export async function idsOf(mock: TestMock): Promise<unknown[]> {
  return (await mock.control.rows('SELECT id FROM events')).map(({ id }) => id)
}
