import { describe, expect, test } from 'vitest'
import { faultMock } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { overTheWire, SCHEMES } from '../../support/wire.ts'

describe.each(SCHEMES)('over %s', (scheme) => {
  test.each([
    [undefined, 'HTTP/1.1 200 OK'],
    [502, 'HTTP/1.1 502 Bad Gateway'],
  ])('with status %s: an HTML page that says what it is', async (status, line) => {
    const mock = await faultMock(scheme, { kind: 'html-page', ...(status && { status }) })
    const { statusLine, headers, body } = await overTheWire(mock, '/ping')
    expect([statusLine, headers['content-type']]).toEqual([line, 'text/html; charset=utf-8'])
    expect(body.toString()).toMatch(/^<!DOCTYPE html>\n.*<\/html>\n$/s)
    expect(headers['content-length']).toBe(String(body.length))
  })

  test('the operation is not performed', async () => {
    const mock = await faultMock(scheme, { kind: 'html-page' })
    await overTheWire(mock, '/searches/s', { method: 'DELETE' })
    expect(mock.control.search('s')).toBeDefined()
  })
})

isOffWhenTold({ kind: 'html-page' })
