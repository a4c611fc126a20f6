import { expect, test } from 'vitest'
import { AbcSearchStatusBody } from '../../../../contracts/abc-security-monitor/api.ts'
import { openMock, type TestMock } from '../../support/open-mock.ts'

const QUERY = 'SELECT * FROM events LIMIT 90'

async function statusesOf(mock: TestMock, query = QUERY, polls = 6): Promise<string[]> {
  const { body } = await mock.api('post', '/searches').send({ query })
  const seen: string[] = []
  for (let poll = 0; poll < polls; poll += 1) {
    const answer = await mock.api('get', `/searches/${body.query_id}`)
    const { status, progress, record_count } = AbcSearchStatusBody.parse(answer.body)
    seen.push(`${status} ${progress} ${record_count}`)
  }
  return seen
}

test('status calls step a search from EXECUTE over SORTING to COMPLETED, where it stays', async () => {
  const mock = await openMock()
  expect(await statusesOf(mock, QUERY, 4)).toEqual([
    'EXECUTE 33 29',
    'SORTING 66 59',
    'COMPLETED 100 90',
    'COMPLETED 100 90',
  ])
})

test('with no polls to wait, the first status call finds it COMPLETED', async () => {
  const mock = await openMock({ settings: { progress: { by: 'polls', polls: 0 } } })
  expect(await statusesOf(mock, QUERY, 1)).toEqual(['COMPLETED 100 90'])
})

test('a clock can drive it instead: then asking changes nothing', async () => {
  let now = 0
  const mock = await openMock({
    clock: () => now,
    settings: { progress: { by: 'clock', milliseconds: 1_000 } },
  })
  const { body } = await mock.api('post', '/searches').send({ query: QUERY })
  const at = async (time: number) => {
    now = time
    const answer = await mock.api('get', `/searches/${body.query_id}`)
    return `${answer.body.status} ${answer.body.progress}`
  }
  expect(await at(0)).toBe('WAIT 0')
  expect(await at(250)).toBe('EXECUTE 25')
  expect(await at(250)).toBe('EXECUTE 25')
  expect(await at(999)).toBe('SORTING 99')
  expect(await at(100)).toBe('SORTING 99')
  expect(await at(1_000)).toBe('COMPLETED 100')
})

test('a clock completes a search for whoever asks for results without asking for status', async () => {
  let now = 0
  const mock = await openMock({
    clock: () => now,
    settings: { progress: { by: 'clock', milliseconds: 10 } },
  })
  const { body } = await mock.api('post', '/searches').send({ query: QUERY })
  expect((await mock.api('get', `/searches/${body.query_id}/results`)).status).toBe(409)
  now = 10
  expect((await mock.api('get', `/searches/${body.query_id}/results`)).status).toBe(200)
})

test.each(['ERROR', 'CANCELED'])('a search can be scripted to end in %s, at 50', async (status) => {
  const mock = await openMock()
  const seen = await statusesOf(mock, `SELECT * FROM errors WHERE status = '${status}'`, 4)
  expect(seen).toEqual(['EXECUTE 16 0', 'SORTING 33 0', `${status} 50 0`, `${status} 50 0`])
})

test('a search that is not there is 1002', async () => {
  const mock = await openMock()
  const answer = await mock.api('get', '/searches/never-made')
  expect([answer.status, answer.body.code]).toEqual([404, 1002])
  expect(answer.body.message).toContain('does not exist')
})
