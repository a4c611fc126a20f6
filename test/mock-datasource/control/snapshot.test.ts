import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ControlError, type Snapshot } from '../../../mock-datasource/index.ts'
import { abcSource } from '../../support/abc-source.ts'
import { openMock, type TestMock } from '../support/open-mock.ts'

const QUERY = 'SELECT * FROM events WHERE severity > 2'

/** As it comes back from a file. */
function stored(mock: TestMock): Snapshot {
  return JSON.parse(JSON.stringify(mock.control.snapshot()))
}

test('a mock that was restored goes on like the one that was saved', async () => {
  const first = await openMock({ settings: { seed: 5, ids: 'awkward' } })
  await first.api('post', '/searches').send({ query: QUERY, query_id: 'running' })
  await first.api('get', '/searches/running')
  await first.control.createSearch({ id: 'done', query: QUERY, status: 'COMPLETED' })
  const page = await first.api('get', '/searches/done/results?limit=10')
  first.control.addFault({ kind: 'api-error', code: 1010, operation: 'ping', after: 1, times: 2 })
  await first.api('get', '/ping')

  const second = await openMock({ state: stored(first) })
  const both = async (ask: (mock: TestMock) => Promise<{ status: number; body: unknown }>) => {
    const [one, other] = [await ask(first), await ask(second)]
    expect([other.status, other.body]).toEqual([one.status, one.body])
  }
  await both((mock) => mock.api('get', '/searches/running'))
  const token = encodeURIComponent(page.body.next_page_token)
  await both((mock) => mock.api('get', `/searches/done/results?page_token=${token}`))
  for (let n = 0; n < 4; n += 1) await both((mock) => mock.api('get', '/ping'))
  await both((mock) => mock.api('post', '/searches').send({ query: QUERY }))
  expect(second.control.state().searches).toEqual(first.control.state().searches)
})

test('what is restored is what was saved, whatever the state', async () => {
  const status = fc.constantFrom(
    'WAIT',
    'EXECUTE',
    'SORTING',
    'COMPLETED',
    'CANCELED',
    'ERROR',
    undefined,
  )
  const search = fc.record({
    id: fc.string({ minLength: 1 }).filter((id) => !/^\.\.?$/.test(id)),
    query: fc.constantFrom(QUERY, "SELECT * FROM errors WHERE status = 'ERROR'"),
    status,
  })
  const state = fc.record({
    searches: fc.uniqueArray(search, { selector: ({ id }) => id, maxLength: 5 }),
    rows: fc.nat({ max: 50 }),
    maxPageSize: fc.integer({ min: 1, max: 50 }),
    progress: fc.constantFrom(
      { by: 'polls', polls: 3 } as const,
      { by: 'clock', milliseconds: 9 } as const,
    ),
  })
  const [first, second] = [await openMock({ clock: () => 0 }), await openMock({ clock: () => 777 })]
  await fc.assert(
    fc.asyncProperty(state, async ({ searches, rows, maxPageSize, progress }) => {
      first.control.reset()
      for (const each of searches) await first.control.createSearch(each)
      first.control.patchSettings({ maxPageSize, progress, dataSet: { rows, seed: 3 } })
      await first.control.createSearch({ query: QUERY })
      const saved = stored(first)
      second.control.restore(saved)
      expect(stored(second)).toEqual(saved)
      expect(second.control.state().searches).toEqual(first.control.state().searches)
      expect(await second.control.rows(QUERY)).toEqual(await first.control.rows(QUERY))
    }),
    { numRuns: 50 },
  )
})

test('a search that a clock drives is as old after being restored as it was before', async () => {
  let now = 1_000
  const first = await openMock({
    clock: () => now,
    settings: { progress: { by: 'clock', milliseconds: 100 } },
  })
  await first.control.createSearch({ id: 'it', query: QUERY })
  now = 1_040
  const second = await openMock({ clock: () => 5, state: stored(first) })
  expect(second.control.search('it')).toMatchObject({ status: 'EXECUTE', progress: 40 })
})

test("searches keep rows that the settings no longer name, the user's own included", async () => {
  const first = await openMock({
    settings: { dataSet: { data: [{ id: 'mine', time: '2026-01-01T00:00:00Z' }] } },
  })
  await first.control.createSearch({
    id: 'it',
    query: 'SELECT id FROM events',
    status: 'COMPLETED',
  })
  first.control.patchSettings({ dataSet: { rows: 5, seed: 1 } })
  const second = await openMock({ state: stored(first) })
  expect((await second.api('get', '/searches/it/results')).body.data).toEqual([{ id: 'mine' }])
  expect(await second.control.rows('SELECT * FROM events')).toHaveLength(5)
})

test('settings and faults given at the start come on top of a restored state, and reset goes back there', async () => {
  const first = await openMock({ settings: { maxPageSize: 3, ids: 'awkward' } })
  const second = await openMock({
    state: stored(first),
    settings: { maxPageSize: 4 },
    faults: [{ kind: 'hang', operation: 'delete' }],
  })
  second.control.patchSettings({ maxPageSize: 5, ids: 'uuid' })
  second.control.reset()
  expect(second.control.settings()).toMatchObject({ maxPageSize: 4, ids: 'awkward' })
})

test.each([
  ['no snapshot at all', () => 5, 'snapshot'],
  ['a file of something else', () => ({ format: 'other' }), 'format'],
  ['an unknown field', (good: Snapshot) => ({ ...good, more: 1 }), 'more'],
  [
    'a search without its rows',
    (good: Snapshot) => ({
      ...good,
      searches: good.searches.map((each) => ({ ...each, source: 7 })),
    }),
    'source 7',
  ],
  [
    'a query that means nothing',
    (good: Snapshot) => ({
      ...good,
      searches: good.searches.map((each) => ({ ...each, query: 'x' })),
    }),
    'position',
  ],
  [
    'a progress of 101',
    (good: Snapshot) => ({
      ...good,
      searches: good.searches.map((each) => ({ ...each, progress: 101 })),
    }),
    'searches.0.progress',
  ],
  [
    'a fault that cannot be',
    (good: Snapshot) => ({
      ...good,
      faults: [{ id: 'f', spec: { kind: 'x' }, seen: 0, struck: 0, random: [1, 2, 3, 4] }],
    }),
    'faults.0.spec.kind',
  ],
])('%s is refused, and nothing changes', async (_what, spoil, hint) => {
  const mock = await openMock()
  await mock.control.createSearch({ id: 'it', query: QUERY })
  const before = stored(mock)
  const restore = () => mock.control.restore(spoil(stored(mock)))
  expect(restore).toThrow(ControlError)
  expect(restore).toThrow(hint)
  expect({ ...stored(mock), searches: [] }).toEqual({ ...before, searches: [] })
  expect(mock.control.search('it')).toMatchObject({ status: 'WAIT' })
})

test('a snapshot of the format before is read, accounts included', async () => {
  const mock = await openMock()
  const { dataSource: _, settings, ...rest } = stored(mock)
  const accounts = settings.accounts.map(({ credentials, permitted }) => ({
    ...credentials,
    permitted,
  }))
  const older = {
    ...rest,
    format: 'connector-contract mock 1',
    settings: { ...settings, accounts },
  }
  mock.control.restore(older)
  expect(stored(mock)).toMatchObject({ format: 'connector-contract mock 2', settings })
})

test('a snapshot of another data source is refused by name', async () => {
  const mock = await openMock()
  const other = { ...abcSource, name: 'other-source', title: 'Other Source' }
  const saved = stored(await openMock({ dataSource: other }))
  expect(() => mock.control.restore(saved)).toThrow(
    'snapshot: it is of other-source, and this mock is of abc-security-monitor',
  )
})
