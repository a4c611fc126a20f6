import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { faultMock, PAGE } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { openWire, overTheWire, SCHEMES } from '../../support/wire.ts'

const MEBIBYTE = 1_024 * 1_024

describe.each(SCHEMES)('over %s', (scheme) => {
  test('32 MiB of JSON that is never closed', async () => {
    const mock = await faultMock(scheme, { kind: 'oversized' })
    const { statusLine, headers, body } = await overTheWire(mock, '/ping')
    expect(statusLine).toBe('HTTP/1.1 200 OK')
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(32 * MEBIBYTE),
    })
    expect(body.length).toBe(32 * MEBIBYTE)
    const start = '{"code":200,"success":true,"message":"'
    expect(body.toString('latin1', 0, start.length)).toBe(start)
    expect(body.subarray(start.length).equals(Buffer.alloc(body.length - start.length, 'x'))).toBe(
      true,
    )
  })

  test.each([1, 37, 38, 39, 300_000, 524_326])(
    'or %i bytes, under another status',
    async (bytes) => {
      const mock = await faultMock(scheme, { kind: 'oversized', bytes, status: 500 })
      const { statusLine, headers, body } = await overTheWire(mock, '/ping')
      expect(statusLine).toBe('HTTP/1.1 500 Internal Server Error')
      expect([headers['content-length'], body.length]).toEqual([String(bytes), bytes])
    },
  )

  test('a client that reads nothing of 16 GiB costs no memory, and leaves others alone', async () => {
    const mock = await faultMock(scheme, { kind: 'oversized', bytes: 16_384 * MEBIBYTE, times: 1 })
    const before = process.memoryUsage().rss
    const wire = openWire(mock, PAGE)
    await once(wire.socket, 'data')
    wire.socket.pause()
    for (let n = 0; n < 50; n += 1) {
      expect((await mock.bare('get', '/_mock/state')).status).toBe(200)
    }
    expect((await overTheWire(mock, PAGE)).statusLine).toBe('HTTP/1.1 200 OK')
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * MEBIBYTE)
  })
})

isOffWhenTold({ kind: 'oversized', bytes: 100 })
