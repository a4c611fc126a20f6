import { describe, expect, it } from 'vitest'
import type { PactFile, PactInteraction } from '../../../../contracts/pact-file.ts'
import { diffPacts, notCompared } from '../../../../harness/pacts/diff/diff-pacts.ts'
import { madeInteraction, madePact } from '../made-pact.ts'

const PING = 'GET /api/v1/ping'
const creating = (content: unknown): PactInteraction =>
  madeInteraction({
    request: {
      method: 'POST',
      path: '/api/v1/searches',
      body: { content, contentType: 'application/json' },
    },
  })
const asking = (query: Record<string, string[]>) => madeInteraction({ request: { query } })
const sending = (...names: readonly string[]) =>
  madeInteraction({
    request: { headers: Object.fromEntries(names.map((name) => [name, ['x']])) },
  })
const recorded = (requestsPerCall: Record<string, number>, seed = 1): PactFile => ({
  ...madePact(),
  metadata: {
    pactSpecification: { version: '4.0' },
    connectorContract: { seed, runs: 10, requestsPerCall },
  },
})

describe('what changed between two pacts is said in words', () => {
  it.each([
    [
      'a new call',
      madePact(),
      madePact(madeInteraction(), creating({ query: 'a' })),
      { about: 'POST /api/v1/searches', change: 'is a new call' },
    ],
    [
      'a call that is made no more',
      madePact(madeInteraction(), creating({ query: 'a' })),
      madePact(),
      { about: 'POST /api/v1/searches', change: 'is asked no more' },
    ],
    [
      'a header that is gone',
      madePact(sending('Accept', 'X-Trace')),
      madePact(sending('Accept')),
      { about: PING, change: 'the header x-trace is gone' },
    ],
    [
      'a new header',
      madePact(sending('Accept')),
      madePact(sending('Accept', 'X-Trace')),
      { about: PING, change: 'the header x-trace is new' },
    ],
    [
      'a header that is not always there any more',
      madePact(sending('Accept', 'X-Trace'), sending('Accept', 'X-Trace')),
      madePact(sending('Accept', 'X-Trace'), sending('Accept')),
      { about: PING, change: 'the header x-trace is no longer always there' },
    ],
    [
      'a renamed parameter',
      madePact(asking({ limit: ['1'], offset: ['0'] })),
      madePact(asking({ limit: ['1'], start: ['0'] })),
      { about: PING, change: 'the parameter offset is now start' },
    ],
    [
      'a member of the body of another type',
      madePact(creating({ limit: 5 })),
      madePact(creating({ limit: '5' })),
      {
        about: 'POST /api/v1/searches',
        change: 'the member of the body limit (integer) is now limit (string)',
      },
    ],
    [
      'an answer that is met now',
      madePact(madeInteraction()),
      madePact(
        madeInteraction(),
        madeInteraction({ response: { status: 503, body: { content: { code: 1010 } } } }),
      ),
      { about: PING, change: 'the answer 503 with code 1010 is met now' },
    ],
    [
      'more requests a call',
      recorded({ ping: 1, results: 3 }),
      recorded({ ping: 2, results: 3 }),
      { about: 'ping', change: 'takes more requests a call: up to 2, where it took 1' },
    ],
  ])('%s', (_name, before, after, change) => {
    expect(diffPacts(before, after)).toEqual([change])
  })
})

describe('nothing changed', () => {
  it('between a pact and itself', () => {
    expect(diffPacts(recorded({ ping: 1 }), recorded({ ping: 1 }))).toEqual([])
  })

  it('where only examples, descriptions and the case of headers differ', () => {
    const before = madePact(sending('Accept'))
    const after = madePact({ ...sending('accept'), description: 'another name for it' })
    expect(diffPacts(before, after)).toEqual([])
  })

  it('where only the search differs that a state puts into the path', () => {
    const path = (id: string) =>
      madeInteraction({
        request: {
          path: `/api/v1/searches/${id}`,
          generators: {
            path: {
              type: 'ProviderState',
              expression: ['/api/v1/searches/$', '{search_id}'].join(''),
            },
          },
        },
      })
    expect(diffPacts(madePact(path('a')), madePact(path('b')))).toEqual([])
  })

  it('about requests a call that other cases led to, which is said', () => {
    const [one, other] = [recorded({ ping: 1 }), recorded({ ping: 2 }, 7)]
    expect(diffPacts(one, other)).toEqual([])
    expect(notCompared(one, other)).toMatch(/^requests a call were not compared/)
    expect(notCompared(one, one)).toBeUndefined()
  })
})
