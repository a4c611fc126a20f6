import { expect, test } from 'vitest'
import type { FaultSpec } from '../../../mock-datasource/index.ts'
import { openMock } from '../support/open-mock.ts'

const PAGE = (offset: number, id = 'it') => `/searches/${id}/results?offset=${offset}&limit=10`
const BUSY = { kind: 'http-status', status: 503 } as const

/** The statuses with which these are answered, one after the other, where such a fault is in force. */
async function statuses(fault: FaultSpec, asked: readonly string[]): Promise<number[]> {
  const mock = await openMock({
    faults: [fault],
    settings: { progress: { by: 'polls', polls: 1 } },
  })
  await mock.control.createSearch({ id: 'it', query: 'SELECT id FROM events' })
  await mock.control.createSearch({ id: 'other', query: 'SELECT * FROM events' })
  const found: number[] = []
  for (const path of asked) found.push((await mock.api('get', path)).status)
  return found
}

test('a fault for a page strikes that and those behind it, and counts no search that is not finished', async () => {
  const asked = [PAGE(30), '/searches/it', '/searches/it', PAGE(0), PAGE(10), PAGE(20), PAGE(30)]
  expect(await statuses({ ...BUSY, page: 3 }, asked)).toEqual([409, 200, 200, 200, 200, 503, 503])
})

test('until it has struck so often', async () => {
  const asked = ['/searches/it', '/searches/it', PAGE(10), PAGE(10), PAGE(20)]
  const once = await statuses({ ...BUSY, page: 2, times: 1 }, asked)
  expect(once).toEqual([200, 200, 503, 200, 200])
})

test('a page is known by its token, too', async () => {
  const mock = await openMock({ faults: [{ ...BUSY, page: 2, times: 1 }] })
  const path = await mock.completed()
  const first = await mock.api('get', `${path}/results?limit=10`)
  const token = encodeURIComponent(first.body.next_page_token)
  const next = () => mock.api('get', `${path}/results?limit=10&page_token=${token}`)
  expect([(await next()).status, (await next()).status]).toEqual([503, 200])
})

test('the nth that succeeds is struck, and failures before it do not count', async () => {
  const asked = [PAGE(0), '/searches/it', '/searches/it', PAGE(0), PAGE(10), PAGE(20), PAGE(20)]
  const fault = { ...BUSY, operation: 'results', nth: 3 }
  expect(await statuses(fault, asked)).toEqual([409, 200, 200, 200, 200, 503, 200])
})

test('a fault that lets the operation take effect counts that once', async () => {
  const mock = await openMock({
    faults: [{ kind: 'wrong-content-type', operation: 'ping', nth: 2, times: 2 }],
  })
  const types: string[] = []
  for (let n = 0; n < 4; n += 1) types.push((await mock.api('get', '/ping')).type)
  const wrong = 'text/plain'
  expect(types).toEqual(['application/json', wrong, wrong, 'application/json'])
  expect(mock.control.faults()).toMatchObject([{ seen: 4, struck: 2, succeeded: 4 }])
})

test('a fault for a query strikes the search that has it, by a text in it', async () => {
  const asked = ['/searches/it', '/searches/other', PAGE(0, 'other')]
  expect(await statuses({ ...BUSY, query: 'SELECT id' }, asked)).toEqual([503, 200, 409])
})

test('and the request that carries it', async () => {
  const mock = await openMock({ faults: [{ ...BUSY, query: 'severity' }] })
  const create = (query: string) => mock.api('post', '/searches').send({ query })
  expect((await create('SELECT * FROM events WHERE severity > 3')).status).toBe(503)
  expect((await create('SELECT * FROM events')).status).toBe(201)
})

test('what it has counted goes on in a mock that is restored', async () => {
  const first = await openMock({ faults: [{ ...BUSY, operation: 'ping', nth: 2 }] })
  await first.api('get', '/ping')
  const second = await openMock({ state: first.control.snapshot() })
  expect((await second.api('get', '/ping')).status).toBe(503)
})
