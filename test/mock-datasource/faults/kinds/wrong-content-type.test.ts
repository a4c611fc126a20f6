import { describe, expect, test } from 'vitest'
import { faultMock, PAGE } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { overTheWire, SCHEMES } from '../../support/wire.ts'

describe.each(SCHEMES)('over %s', (scheme) => {
  test('the right answer comes under another media type', async () => {
    const right = await overTheWire(await faultMock(scheme), PAGE)
    const mock = await faultMock(scheme, { kind: 'wrong-content-type' })
    const answer = await overTheWire(mock, PAGE)
    expect(answer.statusLine).toBe('HTTP/1.1 200 OK')
    expect(answer.headers).toEqual({ ...right.headers, 'content-type': 'text/plain' })
    expect(answer.body).toEqual(right.body)
  })

  test('or one of choice, under another status', async () => {
    const mock = await faultMock(scheme, {
      kind: 'wrong-content-type',
      type: 'application/xml',
      status: 203,
    })
    const { statusLine, headers } = await overTheWire(mock, PAGE)
    expect([statusLine, headers['content-type']]).toEqual([
      'HTTP/1.1 203 Non-Authoritative Information',
      'application/xml',
    ])
  })

  test('or none at all', async () => {
    const mock = await faultMock(scheme, { kind: 'wrong-content-type', type: null })
    expect((await overTheWire(mock, PAGE)).headers).not.toHaveProperty('content-type')
  })

  test('the operation takes effect', async () => {
    const mock = await faultMock(scheme, { kind: 'wrong-content-type' })
    await overTheWire(mock, '/searches/s', { method: 'DELETE' })
    expect(mock.control.search('s')).toBeUndefined()
  })
})

isOffWhenTold({ kind: 'wrong-content-type' })
