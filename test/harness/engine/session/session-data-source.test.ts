import { describe, expect, it } from 'vitest'
import { toyDriver } from '../../../support/toy-driver.ts'
import { withSession } from '../../../support/toy-session.ts'

describe('the data source of a session', () => {
  it('has a completed search with as many rows and as large pages as asked for', async () => {
    await withSession(toyDriver({}), async ({ dataSource }) => {
      const search = await dataSource.completedSearch({ rows: 12, pageSize: 5 })
      expect(search.keys).toEqual(search.rows.map((row) => row['id']))
      expect(new Set(search.keys).size).toBe(12)
      expect(dataSource.control.settings().maxPageSize).toBe(5)
      expect(dataSource.control.search(search.id)).toMatchObject({
        query: search.query,
        status: 'COMPLETED',
        progress: 100,
        recordCount: 12,
      })
    })
  })

  it('knows a synchronous search by its query, and makes none', async () => {
    const test = withSession(
      toyDriver({}),
      async ({ dataSource }) => {
        const search = await dataSource.completedSearch({
          query: 'SELECT id FROM events WHERE severity > 3',
          rows: 50,
        })
        expect(search.id).toBe(search.query)
        expect(search.keys.length).toBeGreaterThan(0)
        expect(search.keys.length).toBeLessThan(50)
        expect(dataSource.control.state().searches).toEqual([])
      },
      { mode: 'synchronous' },
    )
    await test
  })

  it('holds a search where it is until it is advanced, whatever asks for it', async () => {
    await withSession(toyDriver({}), async ({ dataSource }) => {
      const search = await dataSource.searchIn('EXECUTE', 40)
      expect(dataSource.control.search(search.id)).toMatchObject({
        status: 'EXECUTE',
        progress: 40,
      })
      dataSource.advance(search, 'CANCELED', 70)
      expect(dataSource.control.search(search.id)).toMatchObject({
        status: 'CANCELED',
        progress: 70,
      })
    })
  })

  it('gives the same rows in every session', async () => {
    const keys: (readonly string[])[] = []
    for (const name of ['one', 'another']) {
      await withSession(
        toyDriver({}),
        async ({ dataSource }) => {
          keys.push((await dataSource.completedSearch({ rows: 9 })).keys)
        },
        { name },
      )
    }
    expect(keys[0]).toEqual(keys[1])
  })
})
