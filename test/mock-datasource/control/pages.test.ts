import { expect, onTestFinished, test } from 'vitest'
import { BUILT_IN, startMockDataSource } from '../../../mock-datasource/index.ts'

const LIMIT = 7

/** Sources whose searches have pages of their own. */
async function searching() {
  const all = await Promise.all(BUILT_IN.map(({ load }) => load()))
  return all.filter(({ methods }) => methods.asynchronous?.results !== undefined)
}

test.each((await searching()).map((source) => [source.name, source] as const))(
  'pages of a search are as %s gives them to who follows them, and looking changes nothing',
  async (_name, dataSource) => {
    const mock = await startMockDataSource({
      ...{ scheme: 'http', dataSource, clock: () => 0 },
      settings: { dataSet: { rows: 20, seed: 1 } },
      faults: [{ kind: 'http-status', status: 503 }],
    })
    onTestFinished(() => mock.close())
    const { control } = mock
    const completed = dataSource.states.find(({ means }) => means === 'COMPLETED')
    const search = await control.createSearch({
      query: dataSource.query.all,
      ...(completed && { status: completed.word }),
    })
    const before = JSON.stringify(control.snapshot())
    const found: unknown[] = []
    let [next, pages]: [string | null | undefined, number] = [undefined, 0]
    do {
      const place = { offset: found.length, pages, limit: LIMIT, ...(next != null && { next }) }
      const page = await control.page(search.id, place)
      expect(page.response.status).toBeLessThan(300)
      expect(JSON.stringify(page)).not.toContain(Object.values(mock.account.credentials).at(-1))
      found.push(...Array.from({ length: page.rows ?? 0 }))
      next = page.next
      pages += 1
      if (page.rows === 0 || next === null) break
    } while (found.length < 20)
    expect(found).toHaveLength(20)
    expect(control.journal.lastSequence).toBe(0)
    expect(JSON.stringify(control.snapshot())).toBe(before)
  },
)
