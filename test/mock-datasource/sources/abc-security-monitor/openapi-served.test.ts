import { expect, test } from 'vitest'
import { abcOpenApi } from '../../../../contracts/abc-security-monitor/openapi.ts'
import { startMockDataSource } from '../../../../mock-datasource/index.ts'
import { abcSecurityMonitor } from '../../../../mock-datasource/sources/abc-security-monitor/definition.ts'
import { openMock } from '../../support/open-mock.ts'

test('the document is served to whoever asks, as JSON', async () => {
  const mock = await openMock()
  const answer = await mock.bare('get', '/openapi.json')
  expect([answer.status, answer.type]).toEqual([200, 'application/json'])
  expect(answer.headers['x-request-id']).toMatch(/^req-/)
  expect(answer.body).toEqual(abcOpenApi())
})

test('its server is relative: operations are found from where the document was fetched', async () => {
  const mock = await openMock()
  const { body } = await mock.bare('get', '/openapi.json')
  const base = new URL(body.servers[0].url, `${mock.url}/openapi.json`)
  expect(base.href).toBe(`${mock.url}/api/v1`)
})

test('it can be read, and nothing else', async () => {
  const mock = await openMock()
  for (const method of ['post', 'delete'] as const) {
    const answer = await mock.bare(method, '/openapi.json')
    expect([answer.status, answer.headers['allow'], answer.body.code]).toEqual([405, 'GET', 405])
  }
  expect((await mock.bare('get', '/openapi.json?pretty')).body.code).toBe(1005)
})

test('no fault strikes it, and it uses none up', async () => {
  const mock = await openMock({ faults: [{ kind: 'reset', times: 1 }] })
  expect((await mock.bare('get', '/openapi.json')).status).toBe(200)
  expect(mock.control.faults()).toMatchObject([{ seen: 0, struck: 0 }])
})

test('the journal has it, as no operation and as nothing unexpected', async () => {
  const mock = await openMock()
  await mock.bare('get', '/openapi.json')
  const [entry] = mock.control.journal.entries()
  expect(entry?.request.path).toBe('/openapi.json')
  expect(entry).not.toHaveProperty('operation')
  expect(entry).not.toHaveProperty('unexpected')
})

test('a second data source brings its own, or none', async () => {
  const routes = abcSecurityMonitor.routes.filter(({ aboutTheApi }) => !aboutTheApi)
  const mock = await startMockDataSource({
    scheme: 'http',
    dataSource: { ...abcSecurityMonitor, routes },
  })
  expect((await fetch(`${mock.url}/openapi.json`)).status).toBe(404)
  await mock.close()
})
