import type { Failure } from '../../harness/engine/failures/failure.ts'
import { defaultSettings } from '../../mock-datasource/index.ts'
import { abcSource, plannedAbc } from './abc-source.ts'

/** A kept failure of PAGE-1 by a module, over plain HTTP. */
export function madeFailure(change: Partial<Failure> = {}): Failure {
  const settings = {
    ...defaultSettings(abcSource.credentials),
    accounts: [],
    dataSet: { rows: 3, seed: 1 },
  }
  return {
    version: 2,
    id: '1a2b3c4d',
    target: { kind: 'module', specifier: 'abc' },
    data_source: { name: plannedAbc.name, hash: plannedAbc.hash },
    scheme: 'http',
    declarations: {},
    deadlineMilliseconds: 10_000,
    mode: 'asynchronous',
    seed: 1,
    clause: 'PAGE-1',
    check: 'PAGE-1',
    expected: 'rows b, c',
    actual: 'rows a, b',
    counterexample: { rows: 3, pageSize: 10, offset: 1, length: 2 },
    calls: 1,
    latestCall: { method: 'results', arguments: ['a', 1, 2], change: {}, elsewhere: false },
    snapshot: {
      format: 'connector-contract mock 1',
      settings,
      sources: [{ rows: 3, seed: 1 }],
      searches: [],
      searchesMade: 0,
      idsIssued: 0,
      faults: [],
      faultsAdded: 0,
    },
    ...change,
  }
}
