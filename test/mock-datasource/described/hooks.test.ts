import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { CHECKS } from '../../../harness/checks/index.ts'
import { mistakeText } from '../../../harness/data-source/load-description.ts'
import { runCheck } from '../../../harness/engine/run-check.ts'
import type { Hooks } from '../../../mock-datasource/data-source.ts'
import { describedSource } from '../../../mock-datasource/descriptions.ts'
import { problemsOf } from '../../../mock-datasource/index.ts'
import { factoryDriver } from '../../support/factory-driver.ts'
import { sessionOptions } from '../../support/toy-session.ts'
import { definitionOf, keysIn, nightWatch, served } from './support/night-watch.ts'

const signatureOf = (key: string, url: string) =>
  createHash('sha256').update(`${key} ${url}`).digest('hex')

/** Signed requests, bodies that are JSON written backwards, and rows that are asked for as `rows=7..9`. */
const HOOKS = {
  authenticate: ({ headers, url }, { token = '' }) =>
    headers['x-signature'] === signatureOf(token, url),
  readBody(text) {
    try {
      return JSON.parse([...text].reverse().join(''))
    } catch {
      return undefined
    }
  },
  writeBody: (value) => [...JSON.stringify(value)].reverse().join(''),
  page({ url }) {
    const [, from, to] = /[?&]rows=(\d+)\.\.(\d+)/.exec(url) ?? []
    if (from === undefined) return url.includes('rows=') ? undefined : { offset: 0 }
    return { offset: Number(from), limit: Number(to) - Number(from) + 1 }
  },
} satisfies Hooks

function hooked(hooks: Hooks = HOOKS, changes = {}) {
  return nightWatch({
    authentication: { scheme: 'hook', headers: ['X-Signature'] },
    body_type: 'text/backwards',
    query: { in: 'json', at: 'q', all: 'all', some: 'level {{n}}' },
    paging: { style: 'hook', most_rows: 1000 },
    operations: {
      ping: { method: 'GET', path: '/up', answer: { up: true } },
      query: { method: 'POST', path: '/find', answer: { from: '{{offset}}', rows: '{{rows}}' } },
    },
    hooks,
    ...changes,
  })
}

describe('a description with hooks', () => {
  it('makes a definition without a problem', () => {
    expect(problemsOf(definitionOf(hooked()))).toEqual([])
  })

  it('knows its callers, reads and writes its bodies, and divides its pages by them', async () => {
    const mock = await served(hooked())
    const url = '/find?rows=7..8'
    const { token = '' } = mock.account.credentials
    const ask = async (key: string, path = url) => {
      const headers = { 'x-signature': signatureOf(key, path) }
      const body = HOOKS.writeBody({ q: 'all' })
      const response = await fetch(`${mock.url}${path}`, { method: 'POST', headers, body })
      expect(response.headers.get('content-type')).toBe('text/backwards')
      return { status: response.status, body: HOOKS.readBody(await response.text()) }
    }
    const { status, body } = await ask(token)
    expect([status, body, keysIn(body)]).toMatchObject([
      200,
      { from: 7 },
      ['ref-0000007', 'ref-0000008'],
    ])
    expect(await ask('wrong')).toMatchObject({ status: 401, body: { error: { name: 'WHO' } } })
    expect(await ask(token, '/find?rows=x')).toMatchObject({ body: { error: { name: 'BAD' } } })
    expect(JSON.stringify(mock.control.journal.entries())).not.toContain(signatureOf(token, url))
  })

  it('reads what was asked and answered by them', () => {
    const { reads } = definitionOf(hooked())
    const request = { method: 'POST', path: '/find?rows=7..8', headers: {} }
    const body = HOOKS.writeBody({ from: 7, rows: [{}, {}] })
    const response = { status: 200, headers: {}, body }
    const page = reads.page({ operation: 'query', request, response })
    expect(page).toEqual({ place: 7, limit: 2, rows: 2 })
    expect(reads.query({ ...request, body: HOOKS.writeBody({ q: 'all' }) })).toBe('all')
  })

  const broken = () => {
    throw new TypeError('no\nand more')
  }
  it.each<[string, object, string]>([
    ['that throws', hooked({ ...HOOKS, page: broken }), 'hooks.page: threw TypeError: no'],
    [
      'that throws when it reads',
      hooked({ ...HOOKS, readBody: (text) => JSON.parse(text) }),
      'hooks.readBody: threw SyntaxError: ',
    ],
    [
      'that gives something else',
      hooked({ ...HOOKS, authenticate: (() => 'yes') as never }),
      'hooks.authenticate: gave "yes", which is not true or false',
    ],
    [
      'that reads what it does not write',
      hooked({ ...HOOKS, writeBody: () => '1' }),
      'hooks.writeBody: writes {"text"',
    ],
    [
      'that there is not',
      hooked({ ...HOOKS, pge: broken } as Hooks),
      'hooks.pge: there is no such hook; did you mean "page"? allowed: authenticate, readBody,',
    ],
    [
      'that is no function',
      hooked({ ...HOOKS, page: 'offset' } as never),
      'hooks.page: must be a function, as only a module can hold',
    ],
    [
      'that is missing',
      hooked({}, { body_type: undefined }),
      'hooks.authenticate: is missing, and goes with authentication.scheme hook',
    ],
    [
      'that nothing calls',
      nightWatch({ hooks: { page: HOOKS.page } }),
      'hooks.page: is called by nothing: it goes with paging.style hook',
    ],
  ])('%s is told so in one line', (_, description, line) => {
    const source = describedSource(description)
    const [first = 'none', ...others] = 'mistakes' in source ? source.mistakes.map(mistakeText) : []
    expect(first.slice(0, line.length)).toBe(line)
    expect([first, ...others].join('')).not.toContain('\n')
  })

  it('that throws in a run is what the run says, and accuses nobody', async () => {
    const page: Hooks['page'] = ({ body }) => {
      if (body !== '') throw new RangeError('out of ideas')
      return { offset: 0 }
    }
    const source = definitionOf(hooked({ ...HOOKS, page }, { body_type: 'text/backwards' }))
    const connector: ConnectorFactory = ({ host, port }, { auth }) => ({
      is_async: () => false,
      query: async (query) => ({ success: true, search_id: query }),
      async results(query) {
        const path = '/find?rows=0..3'
        const headers = { 'x-signature': signatureOf(String(auth['key']), path) }
        const body = HOOKS.writeBody({ q: query })
        await fetch(`http://${host}:${port}${path}`, { method: 'POST', headers, body })
        return { success: true, data: [] }
      },
      ping: async () => ({ success: true }),
      status: async () => ({ success: true, status: 'COMPLETED', progress: 100 }),
      delete: async () => ({ success: true }),
    })
    const { name: _, ...options } = sessionOptions({
      ...{ driver: factoryDriver(connector), scheme: 'http', mode: 'synchronous', source },
    })
    const [check] = CHECKS.filter(({ name }) => name === 'PAGE-1')
    const result = check && (await runCheck(check, { ...options, seed: 1, runs: 3, shrinks: 0 }))
    expect(result).toEqual({
      state: 'undecided',
      reason: 'DataSourceError: Night Watch: hook page threw RangeError: out of ideas',
    })
  })
})
