import { expect, onTestFinished, test, vi } from 'vitest'
import { exchangeLine } from '../../../../harness/cli/mock/exchange-line.ts'
import { nearestOperation } from '../../../../harness/cli/mock/nearest-operation.ts'
import { type Talk, talk } from '../../../../harness/cli/mock/talk.ts'
import { abcSecurityMonitor } from '../../../../mock-datasource/sources/abc-security-monitor/definition.ts'
import { openMock } from '../../../mock-datasource/support/open-mock.ts'

const GLANCE = {
  ...{ sequence: 1, time: 0, milliseconds: 12, method: 'GET', status: 200 },
  path: '/api/v1/searches/0f5c7d1e-3f6b-4b7a/results?offset=20&limit=10',
  ...{ operation: 'results', searchId: '0f5c7d1e-3f6b-4b7a' },
}

/** What is printed of what `ask` asks, with the times and durations taken out of it. */
async function printed(how: Talk, ask: (mock: Awaited<ReturnType<typeof openMock>>) => unknown) {
  const mock = await openMock({ faults: [{ kind: 'rate-limit', operation: 'delete' }] })
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => write.mockRestore())
  const silence = talk(mock, abcSecurityMonitor, how)
  await ask(mock)
  silence()
  await mock.api('get', '/ping')
  const text = write.mock.calls.map(([piece]) => String(piece)).join('')
  write.mockRestore()
  return text
    .trimEnd()
    .replaceAll(/^\d\d:\d\d:\d\d/gm, 'TIME')
    .replaceAll(/\d+ ms/g, 'N ms')
}

test('one that keeps its client waiting is told of while it does', () => {
  const { milliseconds: _, status: __, ...waiting } = GLANCE
  const line = exchangeLine({ ...waiting, fault: { id: 'fault-1', kind: 'hang' } }, {})
  expect(line).toMatch(/results 0f5c7d1e-3f6b-4b7a … under way hang \(fault-1\)$/)
})

test('each exchange is a line, with its operation, search, status, rows, duration and fault', async () => {
  const text = await printed('text', async (mock) => {
    await mock.api('post', '/searches').send({ query: 'SELECT * FROM events', query_id: 'it' })
    await mock.control.advance('it', { status: 'COMPLETED' })
    await mock.api('get', '/searches/it/results?offset=990&limit=20')
    await mock.api('delete', '/searches/it')
    await mock.api('get', '/pong')
    await mock.api('get', '/searches/it/results?rows=1')
  })
  expect(text.split('\n')).toEqual([
    'TIME POST   /api/v1/searches create  it 201 N ms',
    'TIME GET    /api/v1/searches/it/results?offset=990&limit=20 results it 200 10 rows N ms',
    'TIME DELETE /api/v1/searches/it delete  it 429 N ms rate-limit (fault-1)',
    'TIME GET    /api/v1/pong ?       404 N ms',
    '         this is no operation of the API; the nearest is ping: GET /api/v1/ping',
    'TIME GET    /api/v1/searches/it/results?rows=1 results it 400 N ms',
    expect.stringContaining("'rows'"),
  ])
})

test('as NDJSON it is for programs', async () => {
  const text = await printed('json', (mock) => mock.api('get', '/pong'))
  expect(JSON.parse(text)).toEqual({
    ...{ time: expect.any(String), sequence: 1, milliseconds: expect.any(Number) },
    ...{ method: 'GET', path: '/api/v1/pong', status: 404 },
    unexpected: expect.any(String),
    nearest: 'ping: GET /api/v1/ping',
  })
})

test('or nothing is said', async () => {
  expect(await printed('none', (mock) => mock.api('get', '/ping'))).toBe('')
})

test('on a terminal a line has room in 80 columns, and shows which part of a result was asked for', () => {
  const line = exchangeLine({ ...GLANCE, rows: 10 }, { columns: 80 })
  expect(line.length).toBeLessThanOrEqual(80)
  expect(line).toContain('…s?offset=20&limit=10 results 0f5c7d1e… 200 10 rows 12 ms')
})

test("a client's text does not drive the terminal", () => {
  const line = exchangeLine({ ...GLANCE, path: '/\u001b[2J', searchId: '\u0007' }, {})
  expect([...line].filter((character) => character < ' ')).toEqual([])
})

test.each([
  ['GET', '/api/v1/pings', 'ping: GET /api/v1/ping'],
  ['GET', '/api/v1/search/it/results', 'results: GET /api/v1/searches/{id}/results'],
  ['PUT', '/api/v1/ping', 'ping: GET /api/v1/ping'],
  ['GET', '/favicon.ico', undefined],
])('nearest to %s %s is %s', (method, path, nearest) => {
  expect(nearestOperation(abcSecurityMonitor, { method, path })).toBe(nearest)
})
