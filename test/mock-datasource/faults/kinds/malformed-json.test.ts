import { describe, expect, test } from 'vitest'
import { AbcFault } from '../../support/abc-fault.ts'
import { faultMock } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { overTheWire, SCHEMES } from '../../support/wire.ts'

describe.each(SCHEMES)('over %s', (scheme) => {
  test('JSON that ends too early, whole by its length, under status 200', async () => {
    const mock = await faultMock(scheme, { kind: 'malformed-json' })
    const answer = await overTheWire(mock, '/ping')
    expect(answer).toMatchObject({
      statusLine: 'HTTP/1.1 200 OK',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(answer.body.length),
      },
    })
    expect(answer.body.toString()).toMatch(/^\{"code":200,.*"id":$/)
    expect(() => JSON.parse(answer.body.toString())).toThrow(SyntaxError)
  })

  test('or any other text that is no JSON, under another status', async () => {
    const mock = await faultMock(scheme, {
      kind: 'malformed-json',
      status: 503,
      body: "{'code': 1010}",
    })
    const { statusLine, body } = await overTheWire(mock, '/ping')
    expect([statusLine, body.toString()]).toEqual([
      'HTTP/1.1 503 Service Unavailable',
      "{'code': 1010}",
    ])
  })

  test('the operation is not performed', async () => {
    const mock = await faultMock(scheme, { kind: 'malformed-json' })
    await overTheWire(mock, '/searches/s', { method: 'DELETE' })
    expect(mock.control.search('s')).toBeDefined()
  })
})

test('well-formed JSON is refused', () => {
  const { error } = AbcFault.safeParse({ kind: 'malformed-json', body: '{}' })
  expect(error?.issues[0]?.message).toContain('well-formed')
})

isOffWhenTold({ kind: 'malformed-json' })
