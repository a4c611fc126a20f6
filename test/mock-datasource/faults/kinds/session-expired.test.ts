import { describe, expect, it, onTestFinished } from 'vitest'
import {
  type MockDataSourceOptions,
  startMockDataSource,
} from '../../../../mock-datasource/index.ts'
import ledgerWatch from '../../../sources/ledger-watch/definition.ts'

async function opened(options: MockDataSourceOptions = {}) {
  const mock = await startMockDataSource({ dataSource: 'splunk', scheme: 'http', ...options })
  onTestFinished(() => mock.close())
  const logIn = async () => {
    const body = new URLSearchParams(mock.account.credentials)
    const answer = await fetch(`${mock.url}/services/auth/login`, { method: 'POST', body })
    return ((await answer.json()) as { sessionKey: string }).sessionKey
  }
  const ask = async (key: string, path = '/services/') => {
    const headers = { authorization: `Splunk ${key}` }
    return (await fetch(`${mock.url}${path}`, { headers })).status
  }
  return { mock, logIn, ask }
}

describe('a session key that expires', () => {
  it('is refused from then on, and another one is not', async () => {
    const { mock, logIn, ask } = await opened()
    const [key, other] = [await logIn(), await logIn()]
    expect(key).not.toBe(other)
    const { id } = mock.control.addFault({ kind: 'session-expired', times: 1 })
    expect([await ask(key), await ask(key), await ask(other)]).toEqual([401, 401, 200])
    expect(await ask(await logIn())).toBe(200)
    expect(mock.control.faults()).toMatchObject([{ id, struck: 1 }])
  })

  it('may do so in the middle of a search, where the fault names it', async () => {
    const { mock, logIn, ask } = await opened()
    const search = await mock.control.createSearch({ query: 'search index=*', status: 'DONE' })
    const where = { operation: 'results', search: search.id, after: 1 } as const
    mock.control.addFault({ kind: 'session-expired', ...where })
    const [key, path] = [await logIn(), `/services/search/v2/jobs/${search.id}/results`]
    expect([await ask(key), await ask(key, path), await ask(key, path)]).toEqual([200, 200, 401])
    expect(await ask(key)).toBe(401)
  })

  it('stays so in a snapshot, and until a reset', async () => {
    const { mock, logIn, ask } = await opened({ faults: [{ kind: 'session-expired', times: 1 }] })
    const key = await logIn()
    expect(await ask(key)).toBe(401)
    const again = await opened({ state: JSON.parse(JSON.stringify(mock.control.snapshot())) })
    expect([await again.ask(key), await again.ask(await again.logIn())]).toEqual([401, 200])
    mock.control.reset()
    expect(await ask(key)).toBe(200)
  })

  it('is masked all the same', async () => {
    const { mock, logIn, ask } = await opened({ faults: [{ kind: 'session-expired' }] })
    const key = await logIn()
    await ask(key)
    expect(JSON.stringify(mock.control.journal.entries())).not.toContain(key)
  })

  it('is one that the log-in of any data source gave out', async () => {
    const { mock } = await opened({ dataSource: ledgerWatch })
    const ask = async (call: string, body: object, bearer = '') => {
      const headers = { authorization: `Bearer ${bearer}` }
      const sent = { method: 'POST', headers, body: JSON.stringify(body) }
      return (await (await fetch(`${mock.url}/rpc/${call}`, sent)).json()) as Record<
        string,
        unknown
      >
    }
    const logIn = async () =>
      String((await ask('session.open', mock.account.credentials))['bearer'])
    const bearer = await logIn()
    mock.control.addFault({ kind: 'session-expired', times: 1, operation: 'health' })
    expect(await ask('health', {}, bearer)).toMatchObject({ fault: { name: 'WHO_ARE_YOU' } })
    expect(await ask('health', {}, bearer)).toMatchObject({ ok: false })
    expect(await ask('health', {}, await logIn())).toMatchObject({ ok: true })
  })

  it('is refused as a fault where it says nothing', async () => {
    const { mock } = await opened()
    const { mock: abc } = await opened({ dataSource: 'abc' })
    expect(() => abc.control.addFault({ kind: 'session-expired' })).toThrow(
      'ABC Security Monitor has no log-in that gives out what could expire',
    )
    expect(() => mock.control.addFault({ kind: 'session-expired', operation: 'log_in' })).toThrow(
      'operation: must not be log_in, which shows no session key yet',
    )
  })
})
