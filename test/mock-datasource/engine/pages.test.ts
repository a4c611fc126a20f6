import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { madeRows } from '../../../mock-datasource/engine/made-rows.ts'
import { Pages } from '../../../mock-datasource/engine/pages.ts'
import { Selections } from '../../../mock-datasource/engine/selections.ts'
import { opaqueQueries } from '../../../mock-datasource/engine/some-rows.ts'

const spec = { rows: 20_001, seed: 1 }
const dataSet = madeRows({ key: 'ref', fields: ['ref'] })(spec)
const source = { serial: 0, spec, dataSet }
const { selector } = opaqueQueries({ all: 'all' })('all', dataSet)

test.each([
  [0, 20_001],
  [1, 2_000],
  [1, 2_001],
  [3, 16_000],
  [20_000, 5],
  [20_001, 5],
])('a page from row %i of %i rows holds these, however it is written', async (offset, limit) => {
  if (!selector) throw new Error('the query selects nothing')
  const pages = new Pages(new Selections())
  const page = await pages.read(source, 'all', selector, { offset, limit })
  const end = Math.min(offset + limit, dataSet.size)
  const rows = Array.from({ length: end - offset }, (_, n) => dataSet.row(offset + n))
  expect(JSON.parse(page.json.toString())).toEqual(rows)
  expect(page).toMatchObject({ count: rows.length, total: 20_001 })
})

test('others get their turn while a long page is written', async () => {
  if (!selector) throw new Error('the query selects nothing')
  const pages = new Pages(new Selections())
  let [turns, done] = [0, false]
  const window = { offset: 0, limit: 20_001 }
  const reading = Promise.resolve(pages.read(source, 'all', selector, window)).then(() => {
    done = true
  })
  while (!done) {
    await setImmediate()
    turns += 1
  }
  await reading
  expect(turns).toBeGreaterThan(9)
})
