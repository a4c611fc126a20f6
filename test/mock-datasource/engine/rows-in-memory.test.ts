import { describe, expect, it } from 'vitest'
import type { RowFacts } from '../../../contracts/data-source/data-source.ts'
import type { Row } from '../../../mock-datasource/engine/row.ts'
import {
  dataSetOf as dataSetWith,
  RowsError,
} from '../../../mock-datasource/engine/rows-in-memory.ts'

const at = (id: string, time: string, rest: Row = {}): Row => ({ id, time, ...rest })
const FACTS: RowFacts = { key: 'id', time: 'time', fields: ['id', 'time'] }
const dataSetOf = (rows: readonly Row[], facts = FACTS) => dataSetWith(rows, facts)
const NOON = '2026-01-01T12:00:00.000Z'

describe('dataSetOf', () => {
  it('orders rows by instant, whatever the offset, then by id', () => {
    const dataSet = dataSetOf([
      at('b', NOON),
      at('late', '2026-01-01T12:00:00.001Z'),
      at('a', '2026-01-01T13:00:00+01:00'),
      at('B', NOON),
      at('early', '2026-01-01T13:30:00+02:00'),
    ])
    const ids = Array.from({ length: dataSet.size }, (_, index) => dataSet.row(index)['id'])
    expect(ids).toEqual(['early', 'B', 'a', 'b', 'late'])
  })

  it('gives every row every field, null where it had none', () => {
    const dataSet = dataSetOf([
      at('a', NOON, { port: 1 }),
      JSON.parse(`{"id": "b", "time": "${NOON}", "__proto__": "x", "toString": 7}`),
    ])
    expect(dataSet.fields).toEqual(['id', 'time', 'port', '__proto__', 'toString'])
    expect(Object.entries(dataSet.row(0))).toContainEqual(['toString', null])
    expect(Object.entries(dataSet.row(1))).toContainEqual(['__proto__', 'x'])
    expect(Object.entries(dataSet.row(1))).toContainEqual(['port', null])
  })

  it('is not touched by what happens to the rows it was made from', () => {
    const row = { id: 'a', time: NOON, port: 1 }
    const dataSet = dataSetOf([row])
    row.port = 2
    expect(dataSet.row(0)['port']).toBe(1)
  })

  it('orders rows without a time by the field that tells them apart, whatever that is called', () => {
    const facts = { key: 'ref', fields: ['ref'] }
    const dataSet = dataSetOf([{ ref: 'L-2', id: 'a' }, { ref: 'L-10' }, { ref: 'K-3' }], facts)
    const refs = Array.from({ length: dataSet.size }, (_, index) => dataSet.row(index)['ref'])
    expect(refs).toEqual(['K-3', 'L-10', 'L-2'])
    expect(dataSetOf([], facts).fields).toEqual(['ref'])
    expect(() => dataSetOf([{ id: 'a' }], facts)).toThrow("row 1: 'ref' must be there")
    expect(() => dataSetOf([{ ref: 'a' }, { ref: 'a' }], facts)).toThrow(
      'row 2: another row has the ref "a"',
    )
  })

  it('may be empty', () => {
    expect(dataSetOf([])).toMatchObject({ size: 0, fields: ['id', 'time'] })
  })

  it('has no row outside its range', () => {
    const dataSet = dataSetOf([at('a', NOON)])
    for (const index of [-1, 1, 0.5]) expect(() => dataSet.row(index)).toThrow(RangeError)
  })

  it.each([
    [[at('a', NOON), at('a', NOON)], 'row 2: another row has the id "a"'],
    [[{ time: NOON }], "row 1: 'id' must be there"],
    [[at('', NOON)], "row 1: 'id' must be there"],
    [[{ id: 'a' }], "row 1: 'time' must be there"],
    [[at('a', 'yesterday')], "row 1: 'time' must be there"],
    [[at('a', NOON, { port: Number.NaN })], "row 1: 'port' must be"],
    [[at('a', NOON, { tags: ['x'] as never })], "row 1: 'tags' must be"],
    [[null as never], 'row 1: a row must be an object'],
  ])('refuses %j', (rows, message) => {
    expect(() => dataSetOf(rows)).toThrow(RowsError)
    expect(() => dataSetOf(rows)).toThrow(message)
  })
})
