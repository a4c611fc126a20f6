import { describe, expect, test } from 'vitest'
import { faultMock } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { overTheWire, SCHEMES } from '../../support/wire.ts'

describe.each(SCHEMES)('over %s', (scheme) => {
  test('is a bare status with a body and headers of choice', async () => {
    const mock = await faultMock(scheme, {
      kind: 'http-status',
      status: 502,
      body: '<html>',
      headers: { 'Content-Type': 'text/html' },
    })
    expect(await overTheWire(mock, '/ping')).toMatchObject({
      statusLine: 'HTTP/1.1 502 Bad Gateway',
      headers: { 'content-type': 'text/html', 'content-length': '6' },
      body: Buffer.from('<html>'),
    })
  })

  test('without a body it has none, also where HTTP allows none', async () => {
    const mock = await faultMock(scheme, { kind: 'http-status', status: 204 })
    const { statusLine, headers, body } = await overTheWire(mock, '/ping')
    expect([statusLine, body.length]).toEqual(['HTTP/1.1 204 No Content', 0])
    expect(headers).not.toHaveProperty('content-length')
  })

  test('the operation is not performed', async () => {
    const mock = await faultMock(scheme, { kind: 'http-status', status: 200 })
    await overTheWire(mock, '/searches/s', { method: 'DELETE' })
    expect(mock.control.search('s')).toBeDefined()
  })
})

isOffWhenTold({ kind: 'http-status', status: 503 })
