import { describe, expect, test } from 'vitest'
import { faultMock } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { openMock } from '../../support/open-mock.ts'
import { jsonOf, overTheWire, SCHEMES } from '../../support/wire.ts'

describe.each(SCHEMES)('over %s', (scheme) => {
  test('comes with the status and message that the API gives it', async () => {
    const mock = await faultMock(scheme, { kind: 'api-error', code: 1010 })
    const answer = await overTheWire(mock, '/ping')
    expect(answer.statusLine).toBe('HTTP/1.1 503 Service Unavailable')
    expect(jsonOf(answer)).toEqual({
      code: 1010,
      message: expect.stringContaining('unavailable'),
    })
  })

  test('or with others, headers included', async () => {
    const mock = await faultMock(scheme, {
      kind: 'api-error',
      code: 1002,
      http: 200,
      message: 'gone',
      httpHeaders: { 'X-Why': 'test' },
    })
    const answer = await overTheWire(mock, '/ping')
    expect(answer.statusLine).toBe('HTTP/1.1 200 OK')
    expect(jsonOf(answer)).toEqual({ code: 1002, message: 'gone' })
    expect(answer.headers['x-why']).toBe('test')
  })

  test('strikes instead of the operation: no search is made', async () => {
    const mock = await faultMock(scheme, { kind: 'api-error', code: 1020, operation: 'create' })
    const body = JSON.stringify({ query: 'SELECT * FROM events', query_id: 'new' })
    const answer = await overTheWire(mock, '/searches', { method: 'POST', body })
    expect(jsonOf(answer)).toMatchObject({ code: 1020 })
    expect(mock.control.search('new')).toBeUndefined()
  })
})

test('strikes before credentials are looked at', async () => {
  const mock = await openMock({ faults: [{ kind: 'api-error', code: 1010 }] })
  expect((await mock.bare('get', '/api/v1/ping')).body.code).toBe(1010)
})

test('is not what the journal calls unexpected', async () => {
  const mock = await openMock({ faults: [{ kind: 'api-error', code: 1005 }] })
  await mock.api('get', '/ping')
  expect(mock.control.journal.entries()[0]).toMatchObject({ fault: 'fault-1' })
  expect(mock.control.journal.entries()[0]).not.toHaveProperty('unexpected')
})

isOffWhenTold({ kind: 'api-error', code: 1010 })
