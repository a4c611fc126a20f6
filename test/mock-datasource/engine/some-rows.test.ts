import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeRows } from '../../../mock-datasource/engine/made-rows.ts'
import { QueryError } from '../../../mock-datasource/engine/query-error.ts'
import { opaqueQueries } from '../../../mock-datasource/engine/some-rows.ts'

const compile = opaqueQueries({ all: 'everything', refused: '???' })
const dataSetOf = (rows: number) => madeRows({ key: 'ref', fields: ['ref'] })({ rows, seed: 1 })

async function selectedBy(text: string, rows = 200): Promise<number[]> {
  const dataSet = dataSetOf(rows)
  const selection = await compile(text, dataSet).selector?.select(dataSet)
  if (!selection) throw new Error('it selects nothing')
  return Array.from({ length: selection.total }, (_, position) => selection.indexAt(position))
}

describe('queries that a data source does not read', () => {
  it('are all rows where they ask for all', async () => {
    expect(await selectedBy('everything')).toEqual(Array.from({ length: 200 }, (_, n) => n))
    expect(await selectedBy('everything', 0)).toEqual([])
  })

  it('are refused where one stands for what cannot be read', () => {
    expect(() => compile('???', dataSetOf(1))).toThrow(QueryError)
  })

  it('are some of the rows, in order, and the same ones each time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const selected = await selectedBy(text)
        expect(await selectedBy(text)).toEqual(selected)
        expect(selected).toEqual([...new Set(selected)].sort((a, b) => a - b))
        expect(selected.length).toBeGreaterThan(50)
        expect(selected.length).toBeLessThan(150)
      }),
    )
  })

  it('are other rows where the text differs by as little as a space', async () => {
    const texts = ['all', 'all ', ' all', 'All', 'al', 'some(1)', 'some(2)']
    const selected = await Promise.all(texts.map((text) => selectedBy(text)))
    expect(new Set(selected.map(String)).size).toBe(texts.length)
  })

  it('are at least one row of two', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect((await selectedBy(text, 2)).length).toBeGreaterThan(0)
      }),
    )
  })

  it('show rows as they are', () => {
    const row = { ref: 'a', more: 1 }
    for (const text of ['everything', 'something']) {
      const { selector } = compile(text, dataSetOf(1))
      expect(selector?.whole).toBe(true)
      expect(selector?.project(row)).toBe(row)
    }
  })
})
