import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { DataSet } from '../../../../../mock-datasource/engine/data-set.ts'
import type { Row } from '../../../../../mock-datasource/engine/row.ts'
import type { Selection } from '../../../../../mock-datasource/engine/selector.ts'
import { madeEvents } from '../../../../../mock-datasource/sources/abc-security-monitor/made-events.ts'
import { parseQuery } from '../../../../../mock-datasource/sources/abc-security-monitor/query/parse-query.ts'
import { selectorOf } from '../../../../../mock-datasource/sources/abc-security-monitor/query/selector.ts'

const select = async (dataSet: DataSet, text: string) =>
  selectorOf(parseQuery(text)).select(dataSet)
const project = (row: Row, text: string) => selectorOf(parseQuery(text)).project(row)

const million = madeEvents({ rows: 1_000_000, seed: 1 })

/** The data set, and how many of its rows were read, in whole or in part. */
function counted(dataSet: DataSet): { dataSet: DataSet; reads: () => number } {
  const read = new Set<number>()
  const row = (index: number) => {
    read.add(index)
    return dataSet.row(index)
  }
  const value = (index: number, field: string) => {
    read.add(index)
    return dataSet.value(index, field)
  }
  return { dataSet: { ...dataSet, row, value }, reads: () => read.size }
}

const indexesOf = (selection: Selection) =>
  Array.from({ length: selection.total }, (_, position) => selection.indexAt(position))

describe('what a query selects', () => {
  it('reads no row for a query of all rows', async () => {
    const { dataSet, reads } = counted(million)
    const selection = await select(dataSet, 'SELECT * FROM events')
    expect([selection.total, selection.indexAt(0), selection.indexAt(999_999)]).toEqual([
      1_000_000, 0, 999_999,
    ])
    expect(reads()).toBe(0)
  })

  it('reads a handful of rows to find START and STOP', async () => {
    const { dataSet, reads } = counted(million)
    const query =
      "SELECT * FROM events START t'2026-01-02T00:00:00.000Z' STOP t'2026-01-03T00:00:00.000Z'"
    const selection = await select(dataSet, query)
    expect(selection.total).toBe((24 * 60 * 60 * 1_000) / 1_000)
    expect(reads()).toBeLessThanOrEqual(42)
    const times = [-1, 0, selection.total - 1, selection.total].map(
      (position) => million.row(selection.indexAt(position))['time'],
    )
    expect(times.map((time) => String(time).slice(0, 10))).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-01-02',
      '2026-01-03',
    ])
  })

  it('includes the rows at START, all of a tie, and excludes those at STOP', async () => {
    const dataSet = madeEvents({ rows: 400, seed: 3 })
    const tie = Array.from({ length: 399 }, (_, index) => index).find(
      (index) => dataSet.row(index)['time'] === dataSet.row(index + 1)['time'],
    ) as number
    const time = String(dataSet.row(tie)['time'])
    const end = "STOP t'2027-01-01T00:00:00Z'"
    const from = await select(dataSet, `SELECT * FROM events START t'${time}' ${end}`)
    expect(from.indexAt(0)).toBe(tie)
    const begin = "START t'2020-01-01T00:00:00Z'"
    const to = await select(dataSet, `SELECT * FROM events ${begin} STOP t'${time}'`)
    expect(indexesOf(to)).toEqual(Array.from({ length: tie }, (_, index) => index))
  })

  it('selects nothing where STOP comes before START', async () => {
    const range = "START t'2026-01-02T00:00:00Z' STOP t'2026-01-01T00:00:00Z'"
    for (const where of ['', 'WHERE severity != 11']) {
      expect(await select(million, `SELECT * FROM events ${where} ${range}`)).toMatchObject({
        total: 0,
      })
    }
  })

  it('finds with WHERE exactly the rows that fulfil it, in order', async () => {
    const dataSet = madeEvents({ rows: 20_000, seed: 1 })
    const selection = await select(
      dataSet,
      "SELECT * FROM events WHERE severity >= 9 AND message LIKE '%blocked%'",
    )
    const expected = Array.from({ length: 20_000 }, (_, index) => index).filter((index) => {
      const { severity, message } = dataSet.row(index)
      return Number(severity) >= 9 && /blocked/i.test(String(message))
    })
    expect(indexesOf(selection)).toEqual(expected)
    expect(expected.length).toBeGreaterThan(64)
  })

  it('stops reading once LIMIT is reached', async () => {
    const { dataSet, reads } = counted(million)
    const query = 'SELECT * FROM events WHERE port = NULL OR port != NULL LIMIT 10'
    expect(indexesOf(await select(dataSet, query))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(reads()).toBe(10)
  })

  it.each([
    ['OR', '='],
    ['AND', '!='],
  ])(
    'asks a row once for a field that it is compared with thousands of times: %s',
    async (word, operator) => {
      const dataSet = madeEvents({ rows: 200, seed: 1 })
      let asked = 0
      const value = (index: number, field: string) => {
        asked += 1
        return dataSet.value(index, field)
      }
      const where = Array.from({ length: 5_000 }, (_, n) => `id ${operator} '${n}'`).join(
        ` ${word} `,
      )
      await select({ ...dataSet, value }, `SELECT * FROM events WHERE ${where}`)
      expect(asked).toBe(200)
    },
  )

  it('gives nothing for LIMIT 0', async () => {
    for (const where of ['', 'WHERE severity != 11']) {
      const query = `SELECT * FROM events ${where} LIMIT 0`
      expect((await select(million, query)).total).toBe(0)
    }
  })

  it.each([
    ['WHERE severity = 11', 100_000],
    [`WHERE ${Array(2_000).fill('severity > 11').join(' OR ')}`, 200],
    [`WHERE message LIKE '%${'_x'.repeat(10_000)}'`, 200],
  ])('lets others have their turn while it reads: %.30s', async (where, rows) => {
    const dataSet = madeEvents({ rows, seed: 1 })
    let [turns, done] = [0, false]
    const selecting = select(dataSet, `SELECT * FROM events ${where}`).then(() => {
      done = true
    })
    while (!done) {
      await setImmediate()
      turns += 1
    }
    await selecting
    expect(turns).toBeGreaterThan(10)
  })
})

describe('what a query shows of a row', () => {
  const row = { id: 'a', port: 1, message: 'x' }

  it('gives the whole row for *', () => {
    expect(project(row, 'SELECT * FROM events')).toEqual(row)
  })

  it('gives the fields named, in their order, each once', () => {
    const query = 'SELECT message, id, message FROM events'
    expect(Object.entries(project(row, query))).toEqual([
      ['message', 'x'],
      ['id', 'a'],
    ])
  })

  it('asks a row once for a field that is named ten thousand times', () => {
    let asked = 0
    const counting = new Proxy<Row>(row, {
      get: (target, name) => {
        asked += 1
        return target[String(name)]
      },
    })
    project(counting, `SELECT ${Array(10_000).fill('id').join(',')} FROM events`)
    expect(asked).toBe(1)
  })
})
