import { describe, expect, it, test } from 'vitest'
import { jsonReply } from '../../../mock-datasource/http/reply.ts'
import { BUILT_IN } from '../../../mock-datasource/index.ts'
import { problemText } from '../../../mock-datasource/problems/problem.ts'
import { problemsOf } from '../../../mock-datasource/problems/problems-of.ts'
import { abcSecurityMonitor } from '../../../mock-datasource/sources/abc-security-monitor/definition.ts'

/** A copy of ABC Security Monitor in which the member at `path` has this value; without one it is not there. */
function changed(path: string, value?: unknown): unknown {
  return copyWith(abcSecurityMonitor, path.split('.'), value)
}

function copyWith(
  whole: unknown,
  [step = '', ...steps]: readonly string[],
  value: unknown,
): unknown {
  const parts = (whole ?? {}) as Readonly<Record<string, unknown>>
  const part = steps.length === 0 ? value : copyWith(parts[step], steps, value)
  if (Array.isArray(whole)) return whole.with(Number(step), part)
  const { [step]: _former, ...others } = parts
  return part === undefined ? others : { ...others, [step]: part }
}

const told = (definition: unknown) => problemsOf(definition).map(problemText)

describe('a definition without problems', () => {
  it.each(BUILT_IN)('$title', async ({ load }) => {
    expect(told(await load())).toEqual([])
  })
})

describe('what is no definition at all', () => {
  it.each([undefined, null, 'abc', []])('%j', (value) => {
    expect(told(value)[0]).toMatch(/^the definition: /)
  })
})

describe('a part that is missing', () => {
  const PARTS = [
    'name',
    'title',
    'modes',
    'given',
    'credentials.members',
    'credentials.presented',
    'operations',
    'methods',
    'states',
    'errors.table',
    'errors.unlisted.http',
    'query.all',
    'query.some',
    'paging.style',
    'rows.key',
    'ids',
    'vital',
    'broken',
    'odd',
    'reads.errorCode',
    'writes.progress',
    'basePath',
    'maxBodyBytes',
    'model.compile',
    'routes',
    'failure',
    'unreadable',
    'answer',
    'oddBodies.endless',
  ]

  it.each(PARTS)('%s', (path) => {
    expect(told(changed(path))).toEqual([`${path}: is missing`])
  })

  it('each of several', () => {
    expect(told({ name: 'a', title: 'A' }).length).toBeGreaterThan(20)
  })
})

test.each([
  ['name', 'ABC Monitor', 'name: must be lower-case letters and digits, with - between words'],
  ['paging.style', 'pages', /^paging.style: must be one of offset-limit, token, page-number, /],
  ['modes', [], 'modes: must name at least one'],
  ['failure', 'oops', 'failure: must be a function'],
  ['operations.ping.path', 'ping', 'operations.ping.path: must begin with /'],
  ['operations.ping.method', 'get', 'operations.ping.method: must be an HTTP method, in capitals'],
  ['query.examples', ['a'], 'query.examples: must have two or more'],
  ['errors.table.1002.means', [], 'errors.table.1002.means: must name at least one ErrorCode'],
])('%s can not be %j', (path, value, expected) => {
  expect(told(changed(path, value))).toEqual([expect.stringMatching(expected)])
})

const CODES = Object.keys(abcSecurityMonitor.errors.table).join(', ')
const OPERATIONS = Object.keys(abcSecurityMonitor.operations).join(', ')

describe('a definition that contradicts itself', () => {
  it.each([
    [
      'errors.roles.too_many',
      '9',
      `errors.roles.too_many: "9" is not in errors.table; it has ${CODES}`,
    ],
    ['errors.ofAnyCode.0', '9', `errors.ofAnyCode.0: "9" is not in errors.table; it has ${CODES}`],
    ['errors.usual.0', '9', `errors.usual.0: "9" is not in errors.table; it has ${CODES}, 7777`],
    ['errors.unlisted.telling.1', '1010', 'errors.unlisted.telling.1: "1010" is in errors.table'],
    ['errors.unlisted.telling.1', 'x', '"x" is no whole number, though errors.codes is "integers"'],
    [
      'errors.unlisted.made',
      { min: 9, max: 1 },
      'errors.unlisted.made: has a min of 9 above its max of 1',
    ],
    ['errors.codes', 'texts', 'errors.unlisted.made: is for codes that are integers'],
    ['errors.table.1003.means', ['unknown'], 'has means, and errors.ofAnyCode names it too'],
    ['errors.table.1002.means', undefined, 'has no means, and errors.ofAnyCode does not name it'],
  ])('an error: %s is %j', (path, value, expected) => {
    expect(told(changed(path, value))).toEqual(
      expect.arrayContaining([expect.stringContaining(expected)]),
    )
  })

  it.each([
    [
      'methods.asynchronous.status',
      'look',
      `methods.asynchronous.status: "look" is not in operations; it has ${OPERATIONS}`,
    ],
    ['methods.asynchronous.results', undefined, 'methods.asynchronous.results: is missing'],
    ['methods.synchronous', undefined, 'methods.synchronous.results: is missing'],
    ['modes', ['synchronous'], '"asynchronous" is not in modes; it has synchronous'],
    ['modes', ['synchronous', 'asynchronous', 'synchronous'], 'modes: names "synchronous" twice'],
    ['operations.extra', { method: 'GET', path: '/x' }, 'operations.extra: has no route'],
    [
      'operations.extra',
      { method: 'GET', path: '/api/v1/searches/{other}' },
      'operations.extra: GET /api/v1/searches/{other} is that of status too',
    ],
    [
      'operations.ping.path',
      '/pong',
      'operations.ping: GET /pong is not where its route is, GET /api/v1/ping',
    ],
    [
      'routes.0.methods.GET.operation',
      'pong',
      `routes.GET /api/v1/ping: "pong" is not in operations; it has ${OPERATIONS}`,
    ],
    [
      'states.3.means',
      'ERROR',
      'states: none means COMPLETED, though the data source is asynchronous',
    ],
    ['states.1.word', 'WAIT', 'states: "WAIT" is there twice'],
  ])('an operation: %s is %j', (path, value, expected) => {
    expect(told(changed(path, value))).toEqual(
      expect.arrayContaining([expect.stringContaining(expected)]),
    )
  })

  it.each([
    [
      'given.configuration.auth.password',
      '{{passwrd}}',
      'given.configuration.auth.password: {{passwrd}} is not in credentials.members; ' +
        'it has username, password, token',
    ],
    [
      'given.configuration.auth.password',
      'secret',
      'credentials.members.password: is a secret that given.configuration does not name',
    ],
    [
      'credentials.members.username.must',
      { pattern: '(', words: 'must be right' },
      'credentials.members.username.must.pattern: is no regular expression',
    ],
    [
      'credentials.members.username.must',
      { pattern: '^x', words: 'must begin with x' },
      'credentials.members.username.usual: must begin with x',
    ],
    [
      'credentials.headers.X-Key',
      { name: 'key', encoding: 'plain' },
      'credentials.headers.X-Key: must be in lower case',
    ],
  ])('what a connector is given: %s is %j', (path, value, expected) => {
    expect(told(changed(path, value))).toContain(expected)
  })

  it.each([
    [
      'paging.style',
      'whole',
      'paging.anomalies: must be empty, since a result that comes whole has no pages',
    ],
    ['paging.words.token', undefined, 'paging.exclusive: needs both words.place and words.token'],
  ])('paging: %s is %j', (path, value, expected) => {
    expect(told(changed(path, value))).toEqual([expected])
  })
})

describe('a definition that does otherwise than it says', () => {
  const { model, query } = abcSecurityMonitor

  it.each([
    ['rows.key', 'ref', 'rows.key: "ref" is not in rows.fields; it has id, time'],
    ['rows.fields.3', 'ref', 'rows.fields: "ref" is no field of the rows that model.open makes'],
    [
      'model.open',
      () => {
        throw new Error('no rows')
      },
      'model.open: cannot make rows: no rows',
    ],
    ['query.all', 'SELECT', 'query.examples: must begin with query.all'],
    ['query.examples.1', 'SELECT', 'query.examples.1: "SELECT" is refused: expected '],
    ['query.some', () => 'ALL', 'query.some(0): "ALL" is refused: '],
    [
      'query.with',
      (text: string) => `SELECT * FROM events WHERE message = '${text}'`,
      'query.with("it\'s \\"so\\" \\\\ 100 %"): ',
    ],
    ['query.refused', query.all, `query.refused: "${query.all}" is not refused with a QueryError`],
    ['model', { ...model, compile: () => ({ fails: {} }) }, 'is not refused with a QueryError'],
    [
      'failure',
      () => jsonReply(500, { code: 1, message: 'm' }),
      'reads.errorCode: reads "1" in what failure("401") writes',
    ],
    [
      'failure',
      () => {
        throw new Error('no such code')
      },
      'failure: throws for code "401": no such code',
    ],
    ['reads.errorCode', () => undefined, 'reads nothing in what failure("401") writes'],
    ['reads.status', undefined, 'reads.status: is missing, though writes.status is there'],
    [
      'reads.status',
      () => ({ word: 'WAIT' }),
      'reads.status: reads "WAIT" in what writes.status writes for "EXECUTE"',
    ],
  ])('%s is %s', (path, value, expected) => {
    expect(told(changed(path, value))).toEqual(
      expect.arrayContaining([expect.stringContaining(expected)]),
    )
  })
})
