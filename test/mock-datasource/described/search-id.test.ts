import { describe, expect, it } from 'vitest'
import { describedSource } from '../../../mock-datasource/descriptions.ts'
import { startMockDataSource } from '../../../mock-datasource/index.ts'
import { builtIn } from '../../../mock-datasource/sources/index.ts'

const source = await builtIn('sentinelone')?.load()
const description = source?.description as { readonly operations: Record<string, object> }

async function served() {
  const mock = await startMockDataSource({ dataSource: 'sentinelone', scheme: 'http' })
  const headers = { authorization: `ApiToken ${mock.account.credentials['token']}` }
  const ask = async (path: string) =>
    (await fetch(`${mock.url}/web/api/v2.1/dv/${path}`, { headers })).status
  return { mock, ask }
}

describe('the id of a search in the query string', () => {
  it('is known to faults and to the journal', async () => {
    const { mock, ask } = await served()
    const [one, other] = [
      await mock.control.createSearch({ query: 'a', id: 'a b&c', status: 'FINISHED' }),
      await mock.control.createSearch({ query: 'b', status: 'FINISHED' }),
    ]
    mock.control.addFault({ kind: 'http-status', status: 503, search: one.id })
    expect(await ask(`query-status?queryId=${other.id}`)).toBe(200)
    expect(await ask(`query-status?output=json&queryId=${encodeURIComponent(one.id)}`)).toBe(503)
    expect(await ask(`events?queryId=${encodeURIComponent(one.id)}`)).toBe(503)
    const ids = mock.control.journal.entries().map(({ searchId }) => searchId)
    expect(ids).toEqual([other.id, one.id, one.id])
    await mock.close()
  })

  it('is one that is there, once, and not empty', async () => {
    const { mock, ask } = await served()
    const { id } = await mock.control.createSearch({ query: 'a', id: '..', status: 'FINISHED' })
    expect(await ask(`query-status?queryId=${id}`)).toBe(200)
    expect(await ask('query-status')).toBe(400)
    expect(await ask('query-status?queryId=')).toBe(400)
    expect(await ask(`query-status?queryId=${id}&queryId=x`)).toBe(400)
    expect(await ask('query-status?queryId=x')).toBe(404)
    await mock.close()
  })

  it('stands in one place of each operation about a search, and in no other operation', () => {
    const { operations } = description
    const { status, create } = operations
    const id = { in: 'query', at: 'queryId' }
    const { id: _, ...without } = status as { id: object }
    const changed = {
      ...operations,
      status: { ...status, path: '/web/api/v2.1/dv/query-status/{id}' },
      create: { ...create, id },
    }
    const mistakes = (own: object) => {
      const found = describedSource({ ...description, operations: own })
      const all = 'mistakes' in found ? found.mistakes : []
      return all.map((each) => `${each.place}: ${each.found}`)
    }
    expect(mistakes(changed)).toEqual([
      'operations.create.id: names a search, and there is no search yet',
      'operations.status.id: names the search, as {id} in path does',
    ])
    expect(mistakes({ ...operations, status: without })).toEqual([
      'operations.status.path: does not hold {id}, the id of the search',
    ])
  })

  it('leads to no more rows than the API gives at once', async () => {
    const { mock, ask } = await served()
    const { id } = await mock.control.createSearch({ query: 'a', status: 'FINISHED' })
    expect(await ask(`events?queryId=${id}&limit=1000`)).toBe(200)
    expect(await ask(`events?queryId=${id}&limit=1001`)).toBe(400)
    await mock.close()
  })
})
