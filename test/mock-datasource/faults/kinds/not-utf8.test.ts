import { describe, expect, test } from 'vitest'
import { faultMock } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { overTheWire, SCHEMES } from '../../support/wire.ts'

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

describe.each(SCHEMES)('over %s', (scheme) => {
  test.each([
    ['latin1', 200, 'HTTP/1.1 200 OK'],
    ['utf16le', 500, 'HTTP/1.1 500 Internal Server Error'],
  ] as const)(
    'JSON in %s that says it is UTF-8, with status %i',
    async (encoding, status, line) => {
      const mock = await faultMock(scheme, { kind: 'not-utf8', encoding, status })
      const { statusLine, headers, body } = await overTheWire(mock, '/ping')
      expect([statusLine, headers['content-type']]).toEqual([
        line,
        'application/json; charset=utf-8',
      ])
      expect(() => strictUtf8.decode(body)).toThrow(TypeError)
      expect(JSON.parse(body.toString(encoding))).toMatchObject({ code: 200 })
    },
  )

  test('is Latin-1 under status 200 where nothing else is asked for', async () => {
    const mock = await faultMock(scheme, { kind: 'not-utf8' })
    const { statusLine, body } = await overTheWire(mock, '/ping')
    expect(statusLine).toBe('HTTP/1.1 200 OK')
    expect(body.includes(Buffer.from([0x50, 0x72, 0xfc, 0x66]))).toBe(true)
  })

  test('the operation is not performed', async () => {
    const mock = await faultMock(scheme, { kind: 'not-utf8' })
    await overTheWire(mock, '/searches/s', { method: 'DELETE' })
    expect(mock.control.search('s')).toBeDefined()
  })
})

isOffWhenTold({ kind: 'not-utf8' })
