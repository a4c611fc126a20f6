import { once } from 'node:events'
import { request } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { describe, expect, test } from 'vitest'
import { basic, openMock, type TestMock } from '../support/open-mock.ts'

const QUERY = 'SELECT * FROM events'

/** Sends a request and leaves it to the test what comes of it. */
function pending(mock: TestMock, path = '/api/v1/ping') {
  const { host, port, certificate: ca } = mock
  const options = { host, port, path, headers: { authorization: basic(mock) } }
  const sent = ca === undefined ? request(options) : tlsRequest({ ...options, ca })
  sent.end()
  return sent
}

describe('api-error', () => {
  test('comes with the status and message that the API gives it', async () => {
    const mock = await openMock({ faults: [{ kind: 'api-error', code: 1010 }] })
    const answer = await mock.api('get', '/ping')
    expect([answer.status, answer.body]).toEqual([
      503,
      { code: 1010, message: expect.stringContaining('unavailable') },
    ])
  })

  test('or with others, headers included', async () => {
    const mock = await openMock({
      faults: [
        {
          kind: 'api-error',
          code: 1002,
          http: 200,
          message: 'gone',
          httpHeaders: { 'X-Why': 'test' },
        },
      ],
    })
    const answer = await mock.api('get', '/ping')
    expect([answer.status, answer.body]).toEqual([200, { code: 1002, message: 'gone' }])
    expect(answer.headers['x-why']).toBe('test')
  })

  test('strikes instead of the operation: no search is made', async () => {
    const mock = await openMock({
      faults: [{ kind: 'api-error', code: 1020, operation: 'create' }],
    })
    expect((await mock.api('post', '/searches').send({ query: QUERY })).body.code).toBe(1020)
    expect(mock.control.state()).toMatchObject({ searches: [], counters: { searchesCreated: 0 } })
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
})

test('http-status is a bare status with a body and headers of choice', async () => {
  const mock = await openMock({
    faults: [
      {
        kind: 'http-status',
        status: 502,
        body: '<html>',
        headers: { 'Content-Type': 'text/html' },
      },
    ],
  })
  const answer = await mock.api('get', '/ping')
  expect([answer.status, answer.text]).toEqual([502, '<html>'])
  expect(answer.headers['content-type']).toBe('text/html')
})

test('http-status without a body has none, also where HTTP allows none', async () => {
  const mock = await openMock({ faults: [{ kind: 'http-status', status: 204 }] })
  const answer = await mock.api('get', '/ping')
  expect([answer.status, answer.text]).toEqual([204, ''])
})

describe('latency', () => {
  test('gives the right answer, late, and holds nobody else up', async () => {
    const mock = await openMock({ faults: [{ kind: 'latency', milliseconds: 50, times: 1 }] })
    const finished: string[] = []
    const slow = mock.api('get', '/ping').then(({ status }) => finished.push(`slow ${status}`))
    await expect.poll(() => mock.control.state().counters.requests).toBe(1)
    await mock.api('get', '/ping').then(({ status }) => finished.push(`quick ${status}`))
    await slow
    expect(finished).toEqual(['quick 200', 'slow 200'])
  })

  test('the operation happens after the delay, and does so even for a client that has gone', async () => {
    const mock = await openMock({ faults: [{ kind: 'latency', milliseconds: 3_600_000 }] })
    const { id } = await mock.control.createSearch({ query: QUERY })
    const polls = () => mock.control.search(id)?.polls
    const sent = pending(mock, `/api/v1/searches/${id}`)
    sent.on('error', () => undefined)
    await expect.poll(() => mock.control.state().counters.requests).toBe(1)
    expect(polls()).toBe(0)
    sent.destroy()
    await expect.poll(polls).toBe(1)
  })
})

describe.each(['http', 'https'] as const)('over %s', (scheme) => {
  test('hang answers nothing and keeps the connection, which others do not notice', async () => {
    const mock = await openMock({ scheme, faults: [{ kind: 'hang', times: 1 }] })
    const sent = pending(mock)
    let answered = false
    sent.on('response', () => {
      answered = true
    })
    await expect.poll(() => mock.control.state().counters.requests).toBe(1)
    expect((await mock.api('get', '/ping')).status).toBe(200)
    expect((await mock.bare('get', '/_mock/state')).status).toBe(200)
    expect(answered).toBe(false)
    expect(mock.control.journal.entries()[0]).not.toHaveProperty('response')
    sent.on('error', () => undefined).destroy()
  })

  test('reset cuts the connection with a TCP reset', async () => {
    const mock = await openMock({ scheme, faults: [{ kind: 'reset' }] })
    const [error] = await once(pending(mock), 'error')
    expect(error).toMatchObject({ code: 'ECONNRESET' })
    expect(mock.control.journal.entries()[0]).toMatchObject({ fault: 'fault-1' })
    expect(mock.control.journal.entries()[0]).not.toHaveProperty('response')
  })
})

test('faults are over when they are removed', async () => {
  const mock = await openMock()
  const fault = mock.control.addFault({ kind: 'api-error', code: 1010 })
  expect((await mock.api('get', '/ping')).status).toBe(503)
  expect(mock.control.removeFault(fault.id)).toBe(true)
  expect(mock.control.removeFault(fault.id)).toBe(false)
  expect((await mock.api('get', '/ping')).status).toBe(200)
})
