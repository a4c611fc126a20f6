import { expect, test } from 'vitest'
import { AbcFault } from '../../support/abc-fault.ts'
import { faultMock, idsOf, PAGE } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { overTheWire } from '../../support/wire.ts'

test('what stood at a place is other characters, and the length is theirs', async () => {
  const mock = await faultMock('http', { kind: 'raw-json', field: 'total', by: '9007199254740993' })
  const { body, headers } = await overTheWire(mock, PAGE)
  expect(body.toString()).toContain('"total":9007199254740993')
  expect(headers['content-length']).toBe(String(body.length))
})

test('every value that is a text is other characters', async () => {
  const mock = await faultMock('http')
  const [, , third] = await idsOf(mock)
  mock.control.addFault({ kind: 'raw-json', text: String(third), by: '1,"id":NaN' })
  expect((await overTheWire(mock, PAGE)).body.toString()).toContain('{"id":1,"id":NaN}')
})

test('where nothing is such a text the answer is as ever', async () => {
  const mock = await faultMock('http', { kind: 'raw-json', text: 'nobody has this', by: 'NaN' })
  const right = await overTheWire(await faultMock('http'), PAGE)
  expect((await overTheWire(mock, PAGE)).body).toEqual(right.body)
})

test.each([{}, { field: 'a', text: 'b' }])('it takes either field or text, and not %j', (where) => {
  expect(AbcFault.safeParse({ kind: 'raw-json', by: 'NaN', ...where }).success).toBe(false)
})

isOffWhenTold({ kind: 'raw-json', field: 'total', by: 'NaN' })
