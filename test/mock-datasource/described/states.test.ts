import { describe, expect, it } from 'vitest'
import { describedSource } from '../../../mock-datasource/descriptions.ts'
import { asked, nightWatch, served } from './support/night-watch.ts'

type Members = Readonly<Record<string, unknown>>

const errors = nightWatch()['errors'] as { readonly table: Members; readonly roles: Members }

/** Night Watch, with searches that run on their own and these states. */
function patient(statuses: Members, told: Members): Members {
  return nightWatch({
    mode: 'asynchronous',
    query: { in: 'query', at: 'q', all: 'all', some: 'level {{n}}' },
    statuses,
    operations: {
      ping: { method: 'GET', path: '/up', answer: {} },
      create: { method: 'POST', path: '/jobs', answer: { id: '{{id}}' } },
      status: { method: 'GET', path: '/jobs/{id}', answer: { entry: [{ content: told }] } },
      results: { method: 'GET', path: '/jobs/{id}/rows', answer: { rows: '{{rows}}' } },
    },
    errors: {
      ...errors,
      table: {
        ...errors.table,
        GONE: { http: 404, message: 'gone', means: ['no_results'] },
        WAIT: { http: 409, message: 'wait' },
      },
      roles: { ...errors.roles, no_such_search: 'GONE', running: 'WAIT' },
    },
  })
}

const TOLD = { state: '{{status}}', done: '{{done}}', failed: '{{failed}}', part: '{{fraction}}' }
const STATES = {
  going: { means: 'RUNNING', tells: { done: false, failed: false } },
  ready: { means: 'COMPLETED', word: 'over', tells: { done: true, failed: false } },
  broken: { means: 'ERROR', word: 'over', tells: { done: true, failed: true } },
}

function definitionOf(description: unknown) {
  const source = describedSource(description)
  if ('mistakes' in source) throw new Error(JSON.stringify(source.mistakes))
  return source.definition
}

describe('states that several members tell', () => {
  it('are told and read by all of them', async () => {
    const description = patient(STATES, TOLD)
    const { reads, states, vital } = definitionOf(description)
    const mock = await served(description)
    const seen: unknown[] = []
    for (const status of ['going', 'ready', 'broken']) {
      const { id } = await mock.control.createSearch({ query: 'all', status, progress: 100 })
      const { body } = await asked(mock, `/jobs/${id}`)
      const [told] = (body as { entry: readonly { content: unknown }[] }).entry
      const read = reads.status?.({ status: 200, headers: {}, body: JSON.stringify(body) })
      seen.push([told?.content, read?.word])
    }
    expect(seen).toEqual([
      [{ state: 'going', done: false, failed: false, part: 1 }, 'going'],
      [{ state: 'over', done: true, failed: false, part: 1 }, 'ready'],
      [{ state: 'over', done: true, failed: true, part: 1 }, 'broken'],
    ])
    expect(states.map(({ word, means }) => `${word} ${means}`)).toEqual([
      'going RUNNING',
      'ready COMPLETED',
      'broken ERROR',
    ])
    // A client may go by the others.
    expect(vital.status?.map(({ holds }) => holds)).toEqual(['progress'])
  })

  it('may have no word, and no answer one for it', async () => {
    const description = patient(
      { going: { means: 'RUNNING', word: null, tells: { done: false } }, ...READY },
      { done: '{{done}}' },
    )
    const { reads, writes } = definitionOf(description)
    const read = (body: string) => reads.status?.({ status: 200, headers: {}, body })
    expect(read('{"entry":[{"content":{"done":false}}]}')).toEqual({ word: 'going' })
    expect(read('{"entry":[{"content":{"done":1}}]}')).toBeUndefined()
    expect(writes).toEqual({ progress: 'none' })
  })

  it('are never over in a word that nobody knows', () => {
    const { writes } = definitionOf(patient(STATES, TOLD))
    const answer = writes.status?.({ id: 'x', word: 'MAYBE', progress: 100 })
    expect(JSON.parse(answer?.body ?? '')).toEqual({
      entry: [{ content: { state: 'MAYBE', done: false, failed: false, part: 1 } }],
    })
  })

  it('mean one thing where an answer tells them alike', () => {
    const { failed: _, ...less } = TOLD
    const source = describedSource(patient(STATES, less))
    expect('mistakes' in source && source.mistakes).toEqual([
      {
        place: 'statuses.broken',
        found: 'an answer to status tells it as it does ready, which means COMPLETED',
      },
    ])
  })
})

const READY = { ready: { means: 'COMPLETED', word: null, tells: { done: true } } }
