import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '../../contracts/connection.ts'
import {
  type MockDataSource,
  makeCertificate,
  startMockDataSource,
} from '../../mock-datasource/index.ts'

const MAIN = fileURLToPath(
  new URL('../../connectors/abc-security-monitor-python/main.py', import.meta.url),
)
const QUERY = 'SELECT * FROM events'

let mock: MockDataSource

beforeAll(async () => {
  mock = await startMockDataSource({
    settings: { dataSet: { rows: 25, seed: 1 }, maxPageSize: 10 },
  })
})
afterAll(() => mock.close())
beforeEach(() => mock.control.reset())

/** What one call prints: a process of its own, as the guide's Step 5 starts it. */
async function prints(
  method: string,
  args: readonly string[] = [],
  connection: Partial<Connection> = {},
): Promise<string> {
  const { host, port, certificate: selfSignedCert, account } = mock
  const settings = [
    { host, port, selfSignedCert, options: { timeout: 20 }, ...connection },
    {
      auth: {
        username: account.credentials['username'],
        password: account.credentials['password'],
      },
    },
  ].map((value) => JSON.stringify(value))
  const child = spawn('python3', ['-B', MAIN, 'transmit', 'abc', ...settings, method, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  expect(stderr).toBe('')
  return stdout.trimEnd()
}

async function completedSearch(id = 'search-1'): Promise<string> {
  await mock.control.createSearch({ query: QUERY, id, status: 'COMPLETED' })
  return id
}

async function ids(offset: number, end: number): Promise<string[]> {
  return (await mock.control.rows(QUERY)).slice(offset, end).map((row) => String(row['id']))
}

/** The keys of the rows that a printed answer holds, in their order. */
function printedIds(literal: string): string[] {
  return Array.from(literal.matchAll(/'id': '([^']+)'/g), ([, id]) => String(id))
}

describe('the connector in Python', () => {
  it('answers each call of the guide as the guide shows', async () => {
    expect(await prints('ping')).toBe("{'success': True}")
    expect(await prints('is_async')).toBe('True')
    const started = await prints('query', [QUERY])
    const [search] = mock.control.state().searches
    expect(started).toBe(`{'success': True, 'search_id': '${search?.id}'}`)
    const id = String(search?.id)
    mock.control.advance(id, { status: 'COMPLETED' })
    const done = "{'success': True, 'status': 'COMPLETED', 'progress': 100}"
    expect(await prints('status', [id])).toBe(done)
    expect(printedIds(await prints('results', [id, '1', '1']))).toEqual(await ids(1, 2))
    expect(await prints('delete', [id])).toBe("{'success': True}")
    expect(mock.control.search(id)).toBeUndefined()
  })

  it('hands the query on as it is, whatever is in it', async () => {
    const query = "SELECT * FROM events WHERE message != 'it''s\n\"é😀'"
    await prints('query', [query])
    expect(mock.control.state().searches[0]?.query).toBe(query)
  })

  it('collects its window over several pages', async () => {
    const id = await completedSearch()
    expect(printedIds(await prints('results', [id, '3', '100']))).toEqual(await ids(3, 25))
    expect(await prints('results', [id, '25', '5'])).toBe("{'success': True, 'data': []}")
  })

  it('continues by metadata to the end, and refuses that of another search', async () => {
    const id = await completedSearch()
    const metadata = metadataIn(await prints('results', [id, '0', '12']))
    expect(metadata).toMatchObject({ result_count: 12 })
    const rest = await prints('results', [id, '0', '100', JSON.stringify(metadata)])
    expect(printedIds(rest)).toEqual(await ids(12, 25))
    expect(rest).not.toContain('metadata')

    const other = await completedSearch('search-2')
    const refused = await prints('results', [other, '0', '12', JSON.stringify(metadata)])
    expect(refused).toContain("'code': 'invalid_parameter'")
  })

  it('ends at options.result_limit', async () => {
    const id = await completedSearch()
    const limited = await prints('results', [id, '5', '100'], { options: { result_limit: 9 } })
    expect(printedIds(limited)).toEqual(await ids(5, 9))
  })

  it('finds the search of an awkward id', async () => {
    const id = await completedSearch('a/../b?c#%2F é"\'')
    expect(await prints('status', [id])).toContain('COMPLETED')
  })

  it.each([
    ['a negative offset', 'results', ['id', '-1', '1'], 'invalid_parameter'],
    ['a fractional length', 'results', ['id', '0', '1.5'], 'invalid_parameter'],
    ['an empty id', 'status', [''], 'invalid_parameter'],
    ['an id that never was', 'delete', ['never'], 'no_results'],
    ['an id that no URL carries', 'status', ['..'], 'no_results'],
    ['a query that cannot be parsed', 'query', ['SELECT'], 'invalid_query'],
    [
      'an unavailable data source',
      'query',
      ['SELECT * FROM errors WHERE code = 1010'],
      'service_unavailable',
    ],
  ])('answers %s with a failure', async (_what, method, args, code) => {
    const answer = await prints(method, args)
    expect(answer).toMatch(/^\{'success': False, 'error': /)
    expect(answer).toMatch(new RegExp(`, 'code': '${code}'\\}$`))
  })

  it('masks its secrets in the message of the data source', async () => {
    const { username = '', password = '' } = mock.account.credentials
    const basic = Buffer.from(`${username}:${password}`).toString('base64')
    const message = `wrong: ${password}, ${encodeURIComponent(password)}, Basic ${basic}\u001b[31m`
    mock.control.addFault({ kind: 'api-error', code: 401, message })
    const masked = "'wrong: ***, ***, Basic ***\\\\u001b[31m'"
    expect(await prints('ping')).toBe(
      `{'success': False, 'error': ${masked}, 'code': 'authentication_fail'}`,
    )
  })

  it('answers a certificate that it was not told to trust with certificate_fail', async () => {
    const { cert } = await makeCertificate()
    expect(await prints('ping', [], { selfSignedCert: cert })).toContain('certificate_fail')
    expect(mock.control.journal.entries()).toEqual([])
  })

  it('answers a data source that hangs within the timeout', async () => {
    mock.control.addFault({ kind: 'hang' })
    const answer = await prints('ping', [], { options: { timeout: 0.2 } })
    expect(answer).toContain('did not answer within 0.2 s')
  })
})

/** The metadata of a printed answer, which holds nothing but numbers and plain strings. */
function metadataIn(literal: string): Record<string, unknown> {
  const [, metadata = ''] = /'metadata': (\{[^}]*\})/.exec(literal) ?? []
  return JSON.parse(metadata.replaceAll("'", '"'))
}
