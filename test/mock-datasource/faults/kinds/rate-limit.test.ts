import { describe, expect, test } from 'vitest'
import type { FaultSpec } from '../../../../mock-datasource/index.ts'
import { faultMock } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { openMock } from '../../support/open-mock.ts'
import { jsonOf, overTheWire, SCHEMES } from '../../support/wire.ts'

describe.each(SCHEMES)('over %s', (scheme) => {
  test('requests are refused with 429 and Retry-After until so many have been', async () => {
    const mock = await faultMock(scheme, { kind: 'rate-limit', requests: 2 })
    for (let n = 0; n < 2; n += 1) {
      const refused = await overTheWire(mock, '/ping')
      expect(refused.statusLine).toBe('HTTP/1.1 429 Too Many Requests')
      expect(refused.headers['retry-after']).toBe('1')
      expect(jsonOf(refused)).toEqual({ code: 429, message: 'Too Many Requests' })
    }
    expect((await overTheWire(mock, '/ping')).statusLine).toBe('HTTP/1.1 200 OK')
  })

  test('Retry-After can be any number of seconds, or a date', async () => {
    for (const retryAfter of [0, 120, 'Fri, 31 Dec 2027 23:59:59 GMT']) {
      const mock = await faultMock(scheme, { kind: 'rate-limit', retryAfter })
      const { headers } = await overTheWire(mock, '/ping')
      expect(headers['retry-after']).toBe(String(retryAfter))
    }
  })

  test('the operation is not performed', async () => {
    const mock = await faultMock(scheme, { kind: 'rate-limit' })
    await overTheWire(mock, '/searches/s', { method: 'DELETE' })
    expect(mock.control.search('s')).toBeDefined()
  })
})

describe('with a time', () => {
  async function limited(spec: Omit<Extract<FaultSpec, { kind: 'rate-limit' }>, 'kind'>) {
    const clock = { now: 1_000 }
    const faults: FaultSpec[] = [{ kind: 'rate-limit', ...spec }]
    const mock = await openMock({ clock: () => clock.now, faults })
    const at = async (now: number) => {
      clock.now = now
      const { status, headers } = await mock.api('get', '/ping')
      return status === 429 ? `wait ${headers['retry-after']} s` : status
    }
    return { mock, at }
  }

  test('it runs from the first request that is refused, and Retry-After says what is left', async () => {
    const { at } = await limited({ milliseconds: 2_500 })
    expect(await at(10_000)).toBe('wait 3 s')
    expect(await at(11_000)).toBe('wait 2 s')
    expect(await at(12_499)).toBe('wait 1 s')
    expect(await at(12_500)).toBe(200)
    expect(await at(99_000)).toBe(200)
  })

  test('it ends with the time or the number of requests, whichever comes first', async () => {
    const byNumber = await limited({ milliseconds: 2_500, requests: 1 })
    expect([await byNumber.at(2_000), await byNumber.at(2_001)]).toEqual(['wait 3 s', 200])
    const byTime = await limited({ milliseconds: 2_500, requests: 9 })
    expect([await byTime.at(2_000), await byTime.at(4_500)]).toEqual(['wait 3 s', 200])
  })

  test('a mock that is restored goes on with the time that was left', async () => {
    const { mock, at } = await limited({ milliseconds: 2_500 })
    await at(10_000)
    await at(12_000)
    const state = JSON.parse(JSON.stringify(mock.control.snapshot()))
    const clock = { now: 50_000 }
    const other = await openMock({ state, clock: () => clock.now })
    clock.now = 50_499
    expect((await other.api('get', '/ping')).status).toBe(429)
    clock.now = 50_500
    expect((await other.api('get', '/ping')).status).toBe(200)
  })

  test('once it is over, the next fault strikes', async () => {
    const { mock, at } = await limited({ milliseconds: 2_500 })
    mock.control.addFault({ kind: 'http-status', status: 502 })
    expect([await at(10_000), await at(12_500)]).toEqual(['wait 3 s', 502])
  })
})

isOffWhenTold({ kind: 'rate-limit' })
