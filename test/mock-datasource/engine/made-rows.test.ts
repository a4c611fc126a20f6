import { describe, expect, it } from 'vitest'
import type { RowFacts } from '../../../contracts/data-source/data-source.ts'
import type { DataSet } from '../../../mock-datasource/engine/data-set.ts'
import { madeRows } from '../../../mock-datasource/engine/made-rows.ts'
import { dataSetOf } from '../../../mock-datasource/engine/rows-in-memory.ts'

const LEDGER: RowFacts = { key: 'ref', fields: ['ref', 'who', 'what', 'amount', 'note'] }
const LOG: RowFacts = { key: 'uuid', time: 'at', fields: ['at', 'uuid', 'text', 'size'] }

const rowsOf = (dataSet: DataSet) =>
  Array.from({ length: dataSet.size }, (_, index) => dataSet.row(index))

describe.each([
  ['without a time', LEDGER],
  ['with a time', LOG],
])('made rows %s', (_, facts) => {
  const made = madeRows(facts)({ rows: 2_000, seed: 7 })

  it('are in the order in which such rows are given', () => {
    expect(rowsOf(made)).toEqual(rowsOf(dataSetOf([...rowsOf(made)].reverse(), facts)))
  })

  it('depend on the seed and their place alone', () => {
    expect(rowsOf(madeRows(facts)({ rows: 300, seed: 7 }))).toEqual(rowsOf(made).slice(0, 300))
    expect(rowsOf(madeRows(facts)({ rows: 300, seed: 8 }))).not.toEqual(rowsOf(made).slice(0, 300))
  })

  it('have all their fields, of which each holds something else now and then, and null', () => {
    for (const field of facts.fields) {
      const values = rowsOf(made).map((row) => row[field])
      expect(values).not.toContain(undefined)
      expect(new Set(values).size).toBeGreaterThan(10)
      expect(values.includes(null)).toBe(field !== facts.key && field !== facts.time)
    }
  })

  it('can be read field by field', () => {
    const row = made.row(42)
    for (const field of made.fields) expect(made.value(42, field)).toBe(row[field])
    expect(made.value(42, 'no such field')).toBeNull()
  })

  it('end where they were told to', () => {
    for (const index of [-1, 2_000, 0.5]) expect(() => made.row(index)).toThrow(RangeError)
  })
})

it('rows that are given take the place of made ones', () => {
  const given = [{ ref: 'b' }, { ref: 'a' }]
  expect(rowsOf(madeRows(LEDGER)({ data: given }))).toEqual([{ ref: 'a' }, { ref: 'b' }])
})

it('made rows with a time do not come in the order of their keys', () => {
  const keys = rowsOf(madeRows(LOG)({ rows: 100, seed: 1 })).map((row) => String(row['uuid']))
  expect(keys).not.toEqual(keys.toSorted())
  expect(new Set(keys).size).toBe(100)
})
