import { describe, expect, it } from 'vitest'
import { mistakeText } from '../../../harness/data-source/load-description.ts'
import { describedSource } from '../../../mock-datasource/descriptions.ts'
import { problemsOf } from '../../../mock-datasource/index.ts'
import { asked, definitionOf, keysIn, nightWatch, served } from './support/night-watch.ts'

const { errors } = nightWatch() as { readonly errors: { table: object; roles: object } }
const SEARCHES = {
  errors: {
    ...errors,
    table: {
      ...errors.table,
      GONE: { http: 404, message: 'gone', means: ['no_results'] },
      WAIT: { http: 409, message: 'wait' },
    },
    roles: { ...errors.roles, no_such_search: 'GONE', running: 'WAIT' },
  },
  statuses: { NEW: 'RUNNING', BUSY: 'RUNNING', DONE: 'COMPLETED', EMPTY: 'COMPLETED' },
  paging: { style: 'offset-limit', offset: 'from', limit: 'n' },
}
const PING = { method: 'GET', path: '/up', answer: {} }
const CREATE = { method: 'POST', path: '/watch', answer: { id: '{{id}}' } }
const STATUS = { method: 'GET', path: '/watch/{id}', answer: { state: '{{status}}' } }
const RESULTS = { method: 'GET', path: '/watch/{id}/rows', answer: { rows: '{{rows}}' } }
const QUERY = { method: 'GET', path: '/find', answer: { rows: '{{rows}}', of: '{{total}}' } }
const WITH_ROWS = {
  ...STATUS,
  serves: ['status', 'results'],
  answer: { state: '{{status}}', rows: '{{rows}}' },
}

describe('a data source of both modes', () => {
  const both = nightWatch({
    ...SEARCHES,
    mode: ['synchronous', 'asynchronous'],
    operations: { ping: PING, create: CREATE, status: STATUS, results: RESULTS, query: QUERY },
  })

  it('has the operations of each, and what its pages tell in both', async () => {
    const definition = definitionOf(both)
    expect(problemsOf(definition)).toEqual([])
    expect(definition).toMatchObject({
      modes: ['synchronous', 'asynchronous'],
      methods: {
        synchronous: { ping: 'ping', results: 'query' },
        asynchronous: { query: 'create', status: 'status', results: 'results' },
      },
      vital: { results: [{ at: ['rows'] }] },
      paging: { anomalies: [] },
    })
    const mock = await served(both)
    const { id } = await mock.control.createSearch({ query: 'all', status: 'DONE' })
    expect(keysIn((await asked(mock, `/watch/${id}/rows?n=2`)).body)).toHaveLength(2)
    expect(keysIn((await asked(mock, '/find?q=all&n=3')).body)).toHaveLength(3)
  })
})

describe('a data source whose status gives the rows too', () => {
  const one = nightWatch({
    ...SEARCHES,
    mode: 'asynchronous',
    operations: { ping: PING, create: CREATE, status: WITH_ROWS },
  })

  it('gives none while a search runs, and pages of them when it is complete', async () => {
    expect(problemsOf(definitionOf(one))).toEqual([])
    expect(definitionOf(one).methods.asynchronous).toMatchObject({
      status: 'status',
      results: 'status',
    })
    const mock = await served(one)
    const { id } = await mock.control.createSearch({ query: 'all', status: 'BUSY', progress: 40 })
    expect((await asked(mock, `/watch/${id}?n=4`)).body).toEqual({ state: 'BUSY', rows: [] })
    const done = await mock.control.createSearch({ query: 'all', status: 'EMPTY' })
    const { body } = await asked(mock, `/watch/${done.id}?from=8&n=4`)
    expect([body, keysIn(body)]).toMatchObject([{ state: 'EMPTY' }, ['ref-0000008', 'ref-0000009']])
  })

  it.each([
    [
      { ping: PING, create: CREATE, status: WITH_ROWS, results: RESULTS },
      'operations.status.serves: names results, for which there is an operation of its own',
    ],
    [
      { ping: PING, create: { ...CREATE, serves: ['status'] }, status: STATUS, results: RESULTS },
      'operations.create.serves: only operation status can serve another method',
    ],
    [
      { ping: PING, create: CREATE, status: { ...WITH_ROWS, answer: { state: '{{status}}' } } },
      'operations.status.answer: {{rows}} is missing',
    ],
  ])('is told of %#', (operations, line) => {
    const source = describedSource(nightWatch({ ...SEARCHES, mode: 'asynchronous', operations }))
    expect('mistakes' in source && source.mistakes.map(mistakeText)).toContain(line)
  })
})

describe('values of a request', () => {
  it('travel in a header, and in the path', async () => {
    const description = nightWatch({
      query: { in: 'path', at: 'what', all: 'all of it', some: 'level {{n}}' },
      paging: { style: 'offset-limit', in: 'header', offset: 'X-From', limit: 'X-Many' },
      operations: { ping: PING, query: { ...QUERY, path: '/find/{what}/now' } },
    })
    const mock = await served(description)
    const headers = { 'x-from': '3', 'x-many': '2' }
    const path = `/find/${encodeURIComponent('all of it')}/now`
    expect(keysIn((await asked(mock, path, { headers })).body)).toEqual([
      'ref-0000003',
      'ref-0000004',
    ])
    const { reads } = definitionOf(description)
    const request = { method: 'GET', path, headers }
    expect(reads.query(request)).toBe('all of it')
    expect(reads.page({ operation: 'query', request })).toEqual({ place: 3, limit: 2 })
  })

  it.each([
    [
      { in: 'path', at: 'what', all: 'a', some: '{{n}}' },
      'does not hold {what}, which travels in it',
    ],
    [{ in: 'query', all: 'a', some: '{{n}}' }, 'is missing: nothing says under which name'],
    [
      { in: 'header', at: 'X-Q', all: 'a', some: '{{n}}', with: '{{text}}' },
      'cannot travel in a header, which holds visible ASCII alone',
    ],
  ])('that cannot are told: %j', (query, words) => {
    const source = describedSource(nightWatch({ query }))
    const lines = 'mistakes' in source ? source.mistakes.map(mistakeText).join() : ''
    expect(lines).toContain(words)
  })
})
