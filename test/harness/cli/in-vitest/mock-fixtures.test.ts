import { test as base, describe, expect } from 'vitest'
import createConnector from '../../../../connectors/abc-security-monitor/index.ts'
import {
  type MockFixtures,
  mockDataSource,
} from '../../../../harness/cli/in-vitest/describe-connector-contract.ts'

const test = base.extend<MockFixtures>(mockDataSource({ http: true }))
const okta = base.extend<MockFixtures>(mockDataSource({ data_source: 'okta' }))
const unknown = base.extend<MockFixtures>(mockDataSource({ data_source: 'oktaa' }))
const urls = new Set<string>()

describe('the fixture mock_data_source', () => {
  test('makes a search that is done, and shows what was asked for it', async ({
    mock_data_source: mock,
  }) => {
    const connector = createConnector(mock.connection, mock.configuration as never)
    const id = await mock.completed_search({ rows: 3 })
    const answer = await connector.results(id, 0, 10)
    expect(answer).toMatchObject({ success: true, data: await mock.rows(id) })
    expect(await mock.rows(id)).toHaveLength(3)
    expect(mock.requests).toMatchObject([
      { sequence: 1, operation: 'results', search_id: id, method: 'GET', status: 200 },
    ])
    expect(mock.requests[0]?.headers['authorization']).toBe('Basic <the credentials>')
    urls.add(mock.url)
  })

  test('is clean in the next test, and the same server', async ({ mock_data_source: mock }) => {
    expect(mock.requests).toEqual([])
    expect(urls.add(mock.url).size).toBe(1)
  })

  test('has things go wrong until they are removed', async ({ mock_data_source: mock }) => {
    const connector = createConnector(mock.connection, mock.configuration as never)
    const fault = mock.fault('http-status', { status: 503, operation: 'ping' })
    expect(await connector.ping()).toMatchObject({ code: 'service_unavailable' })
    expect(fault.struck).toBeGreaterThan(0)
    fault.remove()
    expect(() => fault.remove()).toThrow("the fault 'fault-1' does not exist")
    expect(await connector.ping()).toMatchObject({ success: true })
    expect(mock.assert_requested('ping', { status: 200, times: 1, path: '/ping' })).toHaveLength(1)
    expect(() => mock.assert_requested('status', { method: 'GET' })).toThrow(
      /^0 requests with operation status, method GET, not at least one:\n {2}GET \/api\/v1\/ping = 503/,
    )
    expect(() => mock.fault('frost')).toThrow('kind: must be one of api-error')
    expect(mock.recipe('gateway-html-503')).toMatchObject([{ id: 'fault-2' }])
    expect(() => mock.recipe('gateway-html-504')).toThrow('did you mean gateway-html-503?')
  })

  test('moves a search by hand, and brings a scenario about', async ({
    mock_data_source: mock,
  }) => {
    const connector = createConnector(mock.connection, mock.configuration as never)
    const id = await mock.search({ status: 'EXECUTE', progress: 20 })
    mock.advance(id, 'SORTING', 70)
    expect(await connector.status(id)).toMatchObject({ status: 'RUNNING', progress: 70 })
    await expect(mock.scenario('/does/not/exist.yaml')).rejects.toThrow('cannot be read')
  })

  okta('is of any data source', async ({ mock_data_source: mock }) => {
    expect(mock.url).toMatch(/^https:/)
    expect(mock.connection).toHaveProperty('host')
  })

  unknown.fails('says where there is no such data source', ({ mock_data_source: mock }) => {
    expect(mock).toBeUndefined()
  })
})
