import { expect, it } from 'vitest'
import { CallTimesCount } from '../../../../harness/engine/found/call-times.ts'

it('the times of calls add up by method, in the order of the contract', () => {
  const count = new CallTimesCount()
  count.add({ method: 'results', spent: { connector: 2.4, dataSource: 1.3, harness: 0.4 } })
  count.add({ method: 'ping', spent: { connector: 5, dataSource: 1, harness: 0 } })
  count.addAll([{ method: 'results', count: 3, connector: 10, dataSource: 2, harness: 1 }])
  expect(count.times).toEqual([
    { method: 'ping', count: 1, connector: 5, dataSource: 1, harness: 0 },
    { method: 'results', count: 4, connector: 12, dataSource: 3, harness: 1 },
  ])
})
