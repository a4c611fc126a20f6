import { describe, expect, it, test } from 'vitest'
import type { Description } from '../../contracts/data-source/description.ts'
import { guarded } from '../../mock-datasource/described/hooks/guarded-hooks.ts'
import { overloaded } from '../../mock-datasource/described/overloaded.ts'
import { partsOf } from '../../mock-datasource/described/parts.ts'
import { BUILT_IN } from '../../mock-datasource/index.ts'
import { definitionOf, nightWatch } from './described/support/night-watch.ts'
import { openMock } from './support/open-mock.ts'

const query = 'SELECT * FROM events'
const WHY = '2 searches live, the most that --max-searches allows'

describe('a mock with as many searches as it may have', () => {
  it('refuses another one as the API does when it is overloaded, and deleting one makes room', async () => {
    const mock = await openMock({ maxSearches: 2 })
    const create = (query_id: string) => mock.api('post', '/searches').send({ query, query_id })
    await create('a')
    await create('b')
    const refused = await create('c')
    expect([refused.status, refused.body]).toEqual([
      429,
      { code: 429, message: `Too Many Requests: ${WHY}` },
    ])
    expect(refused.headers['retry-after']).toBe('1')
    expect((await create('a')).body.code).toBe(1004)
    expect((await mock.api('post', '/events/query').send({ query })).status).toBe(200)
    await mock.api('delete', '/searches/a')
    expect((await create('c')).status).toBe(201)
    expect((await create('d')).status).toBe(429)
  })

  it('refuses it in-process, and a snapshot with more', async () => {
    const full = await openMock({ maxSearches: 2 })
    await full.completed()
    await full.completed()
    await expect(full.completed()).rejects.toThrow(WHY)
    const small = await openMock({ maxSearches: 1 })
    expect(() => small.control.restore(full.control.snapshot())).toThrow(
      'snapshot: searches: there are 2, and --max-searches allows 1',
    )
    const same = await openMock({ maxSearches: 2, state: full.control.snapshot() })
    await expect(same.completed()).rejects.toThrow(WHY)
    same.control.reset()
    await same.completed()
  })

  it('says so once', async () => {
    const said: string[] = []
    const mock = await openMock({ maxSearches: 1, notice: (sentence) => said.push(sentence) })
    await mock.completed()
    expect(said).toEqual([])
    for (let n = 0; n < 3; n += 1) await mock.api('post', '/searches').send({ query })
    const why = '1 searches live, the most that --max-searches allows'
    expect(said).toEqual([`${why}; creating one fails until others are deleted`])
  })
})

test.each([0, -1, 1.5, Number.NaN])('%s searches are no bound', async (maxSearches) => {
  await expect(openMock({ maxSearches })).rejects.toThrow(
    `maxSearches: ${maxSearches} is no whole number of at least 1`,
  )
})

/** What a described data source answers that cannot take on a search. */
function answered(given: unknown) {
  const { description, failure } = definitionOf(given)
  const { code, details } = overloaded(partsOf(description as Description, guarded({})), WHY)
  const { status, body } = failure(code, details)
  return [status, Buffer.concat(body).toString()] as const
}

describe('a described data source that can take on no more', () => {
  it.each([
    [
      'qradar',
      503,
      `"message":"The Ariel server might be temporarily unavailable or offline. ${WHY}"`,
    ],
    ['splunk', 503, `"text":"The service is unavailable. ${WHY}"`],
    ['sentinelone', 503, WHY],
    ['okta', 429, `"errorCode":"E0000047","errorSummary":"API call exceeded rate limit`],
    ['elastic-ecs', 429, `"reason":"rejected execution: ${WHY}"`],
  ])('says so in its own words: %s', async (name, status, text) => {
    const source = await BUILT_IN.find((each) => each.name === name)?.load()
    const [http, body] = answered(source?.description)
    expect([http, body]).toEqual([status, expect.stringContaining(text)])
  })

  it('goes by what a code means where no role names one', () => {
    const { roles, ...errors } = nightWatch()['errors'] as Readonly<Record<string, object>>
    const BUSY = { http: 420, message: 'busy', means: ['too_many_requests'] }
    const table = { ...errors['table'], BUSY: { ...BUSY, at: ['ping'] }, BUSIER: BUSY }
    expect(answered(nightWatch({ errors: { ...errors, roles, table } }))).toEqual([
      420,
      JSON.stringify({ error: { name: 'BUSIER', text: `Sorry: busy: ${WHY}` } }),
    ])
  })

  it('is unavailable where its API has no words for it', () => {
    const [status, body] = answered(nightWatch())
    expect([status, JSON.parse(body)]).toEqual([
      503,
      { error: { name: 'OOPS', text: `Sorry: ${WHY}` } },
    ])
  })
})
