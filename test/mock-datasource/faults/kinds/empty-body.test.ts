import { describe, expect, test } from 'vitest'
import { faultMock } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { overTheWire, SCHEMES } from '../../support/wire.ts'

describe.each(SCHEMES)('over %s', (scheme) => {
  test.each([
    [undefined, 'HTTP/1.1 200 OK'],
    [201, 'HTTP/1.1 201 Created'],
    [500, 'HTTP/1.1 500 Internal Server Error'],
  ])('with status %s: headers that announce JSON, and nothing after them', async (status, line) => {
    const mock = await faultMock(scheme, { kind: 'empty-body', ...(status && { status }) })
    expect(await overTheWire(mock, '/ping')).toMatchObject({
      statusLine: line,
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': '0' },
      body: Buffer.alloc(0),
    })
  })

  test('the operation is not performed', async () => {
    const mock = await faultMock(scheme, { kind: 'empty-body' })
    await overTheWire(mock, '/searches/s', { method: 'DELETE' })
    expect(mock.control.search('s')).toBeDefined()
  })
})

isOffWhenTold({ kind: 'empty-body' })
