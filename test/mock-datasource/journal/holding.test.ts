import { expect, onTestFinished, test } from 'vitest'
import { type Glance, startMockDataSource } from '../../../mock-datasource/index.ts'

async function served(faults: Parameters<typeof startMockDataSource>[0] = {}) {
  const mock = await startMockDataSource({ scheme: 'http', ...faults })
  onTestFinished(() => mock.close())
  const { username, password } = mock.account.credentials
  const authorization = `Basic ${btoa(`${username}:${password}`)}`
  const query = (text: string) =>
    fetch(`${mock.url}/api/v1/events/query`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ query: `SELECT * FROM events WHERE message = '${text}'` }),
    })
  return { mock, query, journal: mock.control.journal }
}

test('a text is looked for in bodies and headers, in parts, upper and lower case alike', async () => {
  const { query, journal } = await served()
  for (const text of ['Needle', 'hay', 'NEEDLE', 'hay']) await query(text)
  expect(journal.holding('needle', 0, 100)).toEqual({ found: [1, 3], lookedUpTo: 4 })
  expect(journal.holding('needle', 0, 2)).toEqual({ found: [1], lookedUpTo: 2 })
  expect(journal.holding('needle', 2, 2)).toEqual({ found: [3], lookedUpTo: 4 })
  expect(journal.holding('application/json', 3, 9)).toEqual({ found: [4], lookedUpTo: 4 })
})

test('a secret is not found: whoever looks could find it letter by letter', async () => {
  const { mock, query, journal } = await served()
  const { password = '' } = mock.account.credentials
  await query(password)
  expect(journal.holding(password.slice(0, 9), 0, 9).found).toEqual([])
  expect(journal.holding('from events', 0, 9).found).toEqual([1])
})

test('an exchange that keeps its client waiting is told of once while it does, and when it ends', async () => {
  const { mock, query, journal } = await served({ faults: [{ kind: 'hang', times: 1 }] })
  const ended: Glance[] = []
  const slow = new Promise<Glance>((resolve) => {
    const stop = journal.watch((glance) => ended.push(glance), resolve)
    onTestFinished(stop)
  })
  const asked = query('x').catch(() => undefined)
  const told = await slow
  expect(told).toMatchObject({ sequence: 1, operation: 'query', fault: { kind: 'hang' } })
  expect(told.milliseconds).toBeUndefined()
  expect(ended).toEqual([])
  await query('y')
  expect(ended.map(({ sequence }) => sequence)).toEqual([2])
  await mock.close()
  await asked
})
