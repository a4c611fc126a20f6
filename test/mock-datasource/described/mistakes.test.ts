import { describe, expect, it } from 'vitest'
import { mistakeText } from '../../../harness/data-source/load-description.ts'
import { describedSource, readDescription } from '../../../mock-datasource/descriptions.ts'
import { problemsOf } from '../../../mock-datasource/index.ts'
import { nightWatch, pagedBy } from './support/night-watch.ts'

/** What is wrong with a description, a line each. */
function mistakesIn(description: unknown): readonly string[] {
  const source = describedSource(description)
  return 'mistakes' in source ? source.mistakes.map(mistakeText) : []
}

const { operations, errors, query, row } = nightWatch() as Record<string, Record<string, unknown>>

describe('a description', () => {
  it('without a mistake makes a definition without a problem', () => {
    const source = describedSource(nightWatch())
    expect('definition' in source && problemsOf(source.definition)).toEqual([])
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['another version', { version: 2 }, 'version: 2 is none of them; allowed: 1'],
    ['no name', { name: undefined }, 'name: is missing'],
    [
      'a member that there is not',
      { pagin: {} },
      'pagin: there is no such member; did you mean "paging"? allowed: $schema, version, name,',
    ],
    [
      'a mode that there is not',
      { mode: 'synchronus' },
      'mode: "synchronus" is none of them; did you mean "synchronous"? allowed: asynchronous, synchronous',
    ],
    [
      'an unknown paging style',
      { paging: { style: 'curser' } },
      'paging.style: "curser" is none of them; did you mean "cursor"? allowed: offset-limit, range-header, page-number, cursor,',
    ],
    [
      'a paging style without a word that it needs',
      { paging: { style: 'cursor', limit: 'limit' } },
      'paging.cursor: is missing',
    ],
    [
      'an option of another paging style',
      { paging: { style: 'whole', unit: 'items' } },
      'paging.unit: there is no such member; allowed: style',
    ],
    [
      'an unknown scheme',
      { authentication: { scheme: 'oauth' } },
      'authentication.scheme: "oauth" is none of them; allowed: header, basic, log-in',
    ],
    [
      'an operation that there is not',
      { operations: { ...operations, pnig: { method: 'GET', path: '/x' } } },
      'operations.pnig: there is no such member; did you mean "ping"? allowed: ping, create,',
    ],
    [
      'an operation of the other mode',
      { operations: { ...operations, create: { method: 'POST', path: '/x', answer: '{{id}}' } } },
      'operations.create: is none of mode synchronous; allowed: ping, query',
    ],
    [
      'two operations on one path',
      { operations: { ...operations, ping: { method: 'GET', path: '/find', answer: {} } } },
      'operations.query: GET /find is that of ping too',
    ],
    [
      'a placeholder that nothing fills in',
      {
        operations: {
          ...operations,
          query: { method: 'GET', path: '/find', answer: { rows: '{{rows}}', of: '{{totl}}' } },
        },
      },
      'operations.query.answer.of: there is no {{totl}} here; did you mean "total"? allowed: rows, count, total',
    ],
    [
      'a page without rows',
      { operations: { ...operations, query: { method: 'GET', path: '/find', answer: {} } } },
      'operations.query.answer: {{rows}} is missing',
    ],
    [
      'rows within a text',
      {
        operations: {
          ...operations,
          query: { method: 'GET', path: '/find', answer: { rows: 'a {{rows}}' } },
        },
      },
      'operations.query.answer.rows: {{rows}} has to stand by itself',
    ],
    [
      'a role whose code is not in the table',
      { errors: { ...errors, roles: { ...(errors?.['roles'] as object), general: 'OOOPS' } } },
      'errors.roles.general: "OOOPS" is not in errors.table; did you mean "OOPS"? allowed: WHO,',
    ],
    [
      'a role that there is not',
      { errors: { ...errors, roles: { ...(errors?.['roles'] as object), runing: 'OOPS' } } },
      'errors.roles.runing: there is no such member; did you mean "running"? allowed: unauthenticated,',
    ],
    [
      'an unlisted code that is listed',
      { errors: { ...errors, unlisted: { codes: ['WHO'] } } },
      'errors.unlisted.codes.0: "WHO" is in errors.table',
    ],
    [
      'an ErrorCode that there is not',
      {
        errors: {
          ...errors,
          table: {
            ...(errors?.['table'] as object),
            X: { http: 400, message: 'x', means: ['unknwn'] },
          },
        },
      },
      'errors.table.X.means.0: "unknwn" is none of them; did you mean "unknown"? allowed: unknown,',
    ],
    [
      'a key that is no field',
      { row: { ...row, key: 'reff' } },
      'row.key: "reff" is not in row.fields; did you mean "ref"? allowed: ref, note',
    ],
    [
      'a query without its number',
      { query: { ...query, some: 'level 1' } },
      'query.some: {{n}} is missing',
    ],
    [
      'a whole query string among other places',
      { query: { ...query, in: ['query-string', 'form'] } },
      'query.in: query-string is all of a query, and goes with nothing else',
    ],
    [
      'a name for a whole query string',
      { query: { ...query, in: 'query-string' } },
      'query.at: is there, though the query is the whole query string',
    ],
    [
      'a credential that is shown and not given',
      { credentials: { auth: {} } },
      'credentials: {{token}} is missing, which the connector has to show',
    ],
    [
      'no way to the port',
      { connection: { takes: ['host', 'selfSignedCert'] } },
      'connection.takes: does not hold port, and port_in_host is not true',
    ],
    [
      'two ways to the port',
      { connection: { takes: ['host', 'port', 'selfSignedCert'], port_in_host: true } },
      'connection.port_in_host: is true, and takes holds port too',
    ],
    [
      'no way to trust a server',
      { connection: { takes: ['host', 'port'] } },
      'connection.takes: does not hold selfSignedCert, and there is no ca_by_env: no HTTPS could be trusted',
    ],
    [
      'two ways to trust a server',
      { connection: { takes: ['host', 'port', 'selfSignedCert'], ca_by_env: 'CA' } },
      'connection.ca_by_env: is there, and takes holds selfSignedCert too',
    ],
    [
      'a variable that is none',
      { connection: { takes: ['host', 'port'], ca_by_env: 'SSL CERT' } },
      'connection.ca_by_env: "SSL CERT" must be the name of a variable',
    ],
    [
      'a member of its own that is given anyway',
      { connection: { takes: ['host', 'port', 'scheme'], more: { port: 1 } } },
      'connection.more.port: is given by itself, where takes holds it',
    ],
    [
      'something around a row that nothing fills in',
      { row: { ...row, as: { _source: '{{row}}', all: '{{rows}}' } } },
      'row.as.all: there is no {{rows}} here; did you mean "row"? allowed: row, key, sort',
    ],
    [
      'a placeholder that an operation beside has not',
      { beside: { limits: { method: 'GET', path: '/limits', answer: '{{rows}}' } } },
      'beside.limits.answer: there is no {{rows}} here; allowed: most_rows',
    ],
    [
      'an operation beside on the path of another',
      { beside: { limits: { method: 'GET', path: '/up', answer: {} } } },
      'beside.limits: GET /up is that of ping too',
    ],
    [
      'an operation beside by the name of another',
      { beside: { ping: { method: 'GET', path: '/limits', answer: {} } } },
      'beside.ping: is the name of an operation',
    ],
    [
      'a search after values that rows do not tell',
      { paging: { style: 'search-after', sort: 'sort', after: 'after', limit: 'size' } },
      'row.as: {{sort}} is missing, which paging style search-after needs',
    ],
    [
      'a text where members should be',
      { operations: 'GET /x' },
      'operations: "GET /x" must hold members',
    ],
    [
      'a path that cannot be',
      { operations: { ...operations, ping: { method: 'GET', path: 'up' } } },
      'operations.ping.path: "up" must begin with /',
    ],
  ])('with %s is told so in one line', (_, change, line) => {
    const lines = mistakesIn(nightWatch(change))
    expect(lines.map((each) => each.slice(0, line.length))).toEqual([line])
    expect(lines.join('')).not.toContain('\n')
  })

  it('with several mistakes has a line for each', () => {
    const lines = mistakesIn(nightWatch({ mode: 'x', title: '', pagin: 1 }))
    expect(lines.map((line) => line.split(':')[0])).toEqual(['title', 'mode', 'pagin'])
  })

  it('of a style that needs something in its answers is told what', () => {
    const paging = { style: 'cursor', cursor: 'after', limit: 'limit' }
    expect(mistakesIn(pagedBy(paging, {}))).toEqual([
      'operations.query.answer: {{next}} is missing, which paging style cursor needs',
    ])
  })

  it.each(['nothing', null, [], 7])('is not %j', (value) => {
    expect(mistakesIn(value)).toHaveLength(1)
  })
})

describe('a file that is read', () => {
  const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'] as const) {
    BOMB.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`)
  }

  it.each([
    ['is no YAML', 'a: [', 'cannot be read: '],
    ['names a member twice', 'a: 1\na: 2', 'cannot be read: Map keys must be unique'],
    ['grows by its aliases', BOMB.join('\n'), 'cannot be read: Excessive alias count'],
    ['holds itself', 'a: &a { b: *a }', 'nests deeper than 32, or holds itself by an alias'],
    ['nests without end', '['.repeat(5_000), 'cannot be read: '],
    ['is too long', `a: ${'x'.repeat(300_000)}`, 'is longer than 262144 bytes'],
    ['names what is not there', 'a: *b', 'cannot be read: '],
  ])('and %s is refused in one line', (_, text, words) => {
    const read = readDescription(text)
    const problem = 'problem' in read ? read.problem : 'none'
    expect(problem.slice(0, words.length)).toBe(words)
    expect(problem).not.toContain('\n')
  })

  it('may be JSON', () => {
    expect(readDescription(JSON.stringify(nightWatch()))).toEqual({ value: nightWatch() })
  })

  it('runs nothing', () => {
    const read = readDescription('a: !!js/function "function () { throw 1 }"')
    expect('value' in read && read.value).toEqual({ a: 'function () { throw 1 }' })
  })
})
