import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ABC_STATUSES } from '../../../../contracts/abc-security-monitor/api.ts'
import type { SeenExchange } from '../../../../contracts/data-source/exchange.ts'
import { type MockDataSource, startMockDataSource } from '../../../../mock-datasource/index.ts'
import { abcSecurityMonitor as abc } from '../../../../mock-datasource/sources/abc-security-monitor/definition.ts'

const { query, reads, writes, credentials } = abc
const answered = (body: unknown, status = 200) => ({
  ...{ status, headers: {} },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const asked = (operation: string, path: string, body?: unknown, answer?: unknown) =>
  ({
    operation,
    request: {
      ...{ method: 'GET', path, headers: {} },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
    ...(answer === undefined ? {} : { response: answered(answer) }),
  }) satisfies SeenExchange

it('has the states of its API, in their order', () => {
  expect(abc.states.map(({ word }) => word)).toEqual(ABC_STATUSES)
})

describe('the queries', () => {
  let mock: MockDataSource
  beforeEach(async () => {
    mock = await startMockDataSource({
      scheme: 'http',
      settings: { dataSet: { rows: 30, seed: 1 } },
    })
  })
  afterEach(() => mock.close())
  const keysOf = async (text: string) => (await mock.control.rows(text)).map(({ id }) => id)

  it('are all taken but the one that is refused', async () => {
    for (const text of [...query.examples, query.with?.("it's") ?? '', query.some(3)]) {
      await expect(mock.control.rows(text)).resolves.toBeInstanceOf(Array)
    }
    await expect(mock.control.rows(query.refused ?? '')).rejects.toThrow()
  })

  it('select all rows, fewer the greater the number, and all but one', async () => {
    const all = await keysOf(query.all)
    expect(all).toHaveLength(30)
    expect((await keysOf(query.some(9))).length).toBeLessThan((await keysOf(query.some(1))).length)
    expect(await keysOf(query.without?.(String(all[0])) ?? '')).toEqual(all.slice(1))
  })
})

describe('an answer is read', () => {
  it('as an error where it has a code that is none of success', () => {
    const error = answered({ code: 1002, message: 'gone' }, 404)
    expect(reads.errorCode(error)).toBe('1002')
    expect(reads.error(error)).toEqual({ code: '1002', message: 'gone' })
    for (const body of ['', 'null', '[]', '{"message":"oh"}', '{"code":200,"success":true}']) {
      expect(reads.errorCode(answered(body))).toBeUndefined()
      expect(reads.error(answered(body))).toBeUndefined()
    }
  })

  it('as a status where it has one', () => {
    const status = writes.status?.({ id: 'a', word: 'PAUSED', progress: 3 })
    expect(reads.status?.(answered(status?.body))).toEqual({ word: 'PAUSED', progress: 3 })
    expect(reads.status?.(answered({ code: 200, status: null }))).toBeUndefined()
  })

  it('as a page, with what was asked for in the URL or in the body', () => {
    const path = '/api/v1/searches/a/results?offset=5&limit=3'
    const answer = { code: 200, data: [{}, {}], next_page_token: null }
    expect(reads.page(asked('results', path, undefined, answer))).toEqual({
      ...{ place: 5, limit: 3, rows: 2, next: null },
    })
    expect(reads.page(asked('results', '/r?page_token=a%2Bb'))).toEqual({
      ...{ token: 'a+b', tokenAsSent: 'a%2Bb' },
    })
    const sent = { query: 'q', page_token: 't', limit: 7 }
    expect(reads.page(asked('query', '/q', sent))).toEqual({ token: 't', limit: 7 })
    expect(reads.page(asked('status', path))).toBeUndefined()
  })
})

it('reads the query of a request', () => {
  const of = (body: unknown) => reads.query(asked('create', '/s', body).request)
  expect(of({ query: query.all })).toBe(query.all)
  expect(of({ query: 3 })).toBeUndefined()
  expect(of(undefined)).toBeUndefined()
})

it('knows the secrets that a request shows', () => {
  const authorization = `Basic ${Buffer.from('me:pass:word').toString('base64')}`
  expect(credentials.presented({ authorization, 'x-auth-token': 'tok' })).toEqual([
    { name: 'token', value: 'tok' },
    { name: 'authorization', value: authorization.slice(6), encoding: 'base64' },
    { name: 'password', value: 'pass:word' },
  ])
  expect(credentials.presented({})).toEqual([])
  expect(credentials.derived?.({ username: 'me', password: 'pw' })).toEqual([
    { name: 'credentials', value: 'me:pw' },
    { name: 'authorization', value: 'bWU6cHc=', encoding: 'base64' },
  ])
})
