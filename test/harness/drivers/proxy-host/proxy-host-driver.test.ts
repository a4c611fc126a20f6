import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Call, CallResult, Driver } from '../../../../harness/drivers/driver.ts'
import { openDriver } from '../../../../harness/drivers/open-driver.ts'
import { DriverError, TargetError } from '../../../../harness/errors.ts'
import {
  type Certificate,
  type MockDataSource,
  makeCertificate,
  startMockDataSource,
} from '../../../../mock-datasource/index.ts'
import { aCall } from '../fixtures/a-call.ts'
import { type StartedHost, startHost } from '../fixtures/start-host.ts'

const QUERY = 'SELECT * FROM events'

let certificate: Certificate
let mock: MockDataSource
let host: StartedHost
let driver: Driver

beforeAll(async () => {
  certificate = await makeCertificate()
  mock = await startMockDataSource({ settings: { dataSet: { rows: 5, seed: 1 } } })
  host = await startHost(certificate)
  driver = await openDriver(targetOf(host))
})
afterAll(async () => {
  await driver.close()
  await host.close()
  await mock.close()
})
beforeEach(() => mock.control.reset())

function targetOf({ url, certificate }: StartedHost, module: string | undefined = 'abc') {
  return { kind: 'proxy-host', url, module, certificate, from: '/' } as const
}

function call(method: Call['method'], ...args: readonly unknown[]): Promise<CallResult> {
  return driver.call(theCall(method, args))
}

function theCall(method: Call['method'], args: readonly unknown[]): Call {
  const { host, port, certificate: selfSignedCert = '', account } = mock
  const { username = '', password = '' } = account.credentials
  return aCall({
    connection: { host, port, selfSignedCert, options: { timeout: 20 } },
    configuration: { auth: { username, password } },
    method,
    arguments: args,
  })
}

test('a host that runs elsewhere is given no variables, and says so', async () => {
  const asking = driver.call({ ...theCall('ping', []), environment: { SSL_CERT_FILE: '/ca.pem' } })
  await expect(asking).rejects.toThrow(DriverError)
  await expect(asking).rejects.toThrow('cannot be given the variable SSL_CERT_FILE')
})

describe('over the protocol of the host', () => {
  test('each method answers, from the first to the last of a search', async () => {
    expect(await call('ping')).toMatchObject({ kind: 'answered', value: { success: true } })
    expect(await call('is_async')).toMatchObject({ kind: 'answered', value: true })
    const started = await call('query', QUERY)
    const [search] = mock.control.state().searches
    const id = String(search?.id)
    expect(started).toMatchObject({ value: { success: true, search_id: id } })
    mock.control.advance(id, { status: 'COMPLETED' })
    expect(await call('status', id)).toMatchObject({
      value: { success: true, status: 'COMPLETED', progress: 100 },
    })
    const rows = await mock.control.rows(QUERY)
    expect(await call('results', id, 1, 2)).toMatchObject({
      value: { success: true, data: rows.slice(1, 3) },
    })
    expect(await call('delete', id)).toMatchObject({ value: { success: true } })
    expect(await call('delete', id)).toMatchObject({
      value: { success: false, code: 'no_results' },
    })
  })

  test('the query arrives as it is, whatever is in it', async () => {
    const query = `it''s\n"é😀"\0 \\ ${'x'.repeat(60_000)}`
    await call('query', query)
    const [sent] = mock.control.journal.entries(0)
    expect(JSON.parse(String(sent?.request.body)).query).toBe(query)
  })

  test('numbers stay numbers, and texts stay texts', async () => {
    const { id } = await mock.control.createSearch({ query: QUERY, status: 'COMPLETED' })
    const asNumbers = await call('results', id, 1, 1)
    expect(await call('results', id, '1', '1')).toEqual(asNumbers)
    expect(await call('results', id, 0.5, 1)).toMatchObject({
      value: { success: false, code: 'invalid_parameter' },
    })
  })

  test('calls run side by side, each with its own answer', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `search-${index}`)
    for (const id of ids.slice(0, 6)) {
      await mock.control.createSearch({ query: QUERY, id, status: 'COMPLETED' })
    }
    const answers = await Promise.all(ids.map((id) => call('status', id)))
    expect(answers.map(({ kind }) => kind)).toEqual(ids.map(() => 'answered'))
    expect(answers.map((answer) => 'value' in answer && answer.value)).toMatchObject([
      ...ids.slice(0, 6).map(() => ({ success: true })),
      ...ids.slice(6).map(() => ({ success: false, code: 'no_results' })),
    ])
  })

  test('a connector that hangs is given up at the deadline', async () => {
    mock.control.addFault({ kind: 'hang' })
    const outcome = await driver.call({ ...theCall('ping', []), deadlineMilliseconds: 300 })
    expect(outcome).toEqual({
      kind: 'timed-out',
      afterMilliseconds: 300,
      stdout: '',
      stderr: '',
    })
  })

  test('the call can be pasted, and goes to this host alone', () => {
    const command = driver.commandLine(aCall({ method: 'query', arguments: ["it's"] }))
    expect(command).toBe(
      `curl --cacert ${host.certificate} ${host.url}/create_query_connection --data ` +
        `'{"connection":{"type":"abc","host":"127.0.0.1","port":1},` +
        `"configuration":{"auth":{"username":"alice","password":"secret"}},"query":"it'\\''s"}'`,
    )
  })

  test('the connector is named by its module and its host', () => {
    expect(driver).toMatchObject({ kind: 'proxy-host', label: `abc on ${host.url}` })
  })
})

describe('a host is refused at once', () => {
  test('where it does not have the module', async () => {
    const opening = openDriver(targetOf(host, 'abd'))
    await expect(opening).rejects.toThrow(TargetError)
    await expect(opening).rejects.toThrow("No module named 'stix_shifter_modules.abd'")
  })

  test('where it wants to know the module and is not told', async () => {
    const opening = openDriver({
      kind: 'proxy-host',
      url: host.url,
      certificate: host.certificate,
      from: '/',
    })
    await expect(opening).rejects.toThrow('--module')
  })
})

test('a host that ends in the middle of a run says nothing of its connector', async () => {
  const shortLived = await startHost(certificate)
  const toIt = await openDriver(targetOf(shortLived))
  await shortLived.close()
  const calling = toIt.call(theCall('ping', []))
  await expect(calling).rejects.toThrow(DriverError)
  await expect(calling).rejects.toThrow('nothing listens there')
  await toIt.close()
})
