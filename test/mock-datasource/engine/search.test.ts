import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LifeCycle, lifeCycleOf, rankOf } from '../../../mock-datasource/engine/life-cycle.ts'
import { dataSetOf } from '../../../mock-datasource/engine/rows-in-memory.ts'
import {
  born,
  completes,
  type Drive,
  type Ending,
  follow,
  foundBy,
  isTerminal,
  LifeCycleError,
  moveTo,
  poll,
  type Search,
} from '../../../mock-datasource/engine/search.ts'
import { Searches } from '../../../mock-datasource/engine/searches.ts'

const LIFE_CYCLE: LifeCycle = {
  running: ['queued', 'reading', 'sorting'],
  terminal: ['found', 'dropped', 'broken'],
  completed: 'found',
}
const STATUSES = [...LIFE_CYCLE.running, ...LIFE_CYCLE.terminal]
const living = (now = 0, lifeCycle = LIFE_CYCLE) => ({ lifeCycle, clock: () => now })

function newSearch(drive: Drive, ending = completes(LIFE_CYCLE), lifeCycle = LIFE_CYCLE): Search {
  const source = {
    serial: 0,
    spec: { data: [] },
    dataSet: dataSetOf([], { key: 'ref', fields: ['ref'] }),
  }
  return new Searches().create(
    { query: 'q', source, total: 1_000, ending, drive, startedAt: 0, ...born(lifeCycle, ending) },
    { seed: 1, style: 'uuid' },
  )
}

const status = fc.constantFrom(...STATUSES)
const drive = fc.oneof(
  fc.record({ by: fc.constant('polls' as const), polls: fc.nat({ max: 300 }) }),
  fc.record({ by: fc.constant('clock' as const), milliseconds: fc.nat({ max: 300 }) }),
)
const ending = fc.oneof(
  fc.constant<Ending>({ status: 'found', progress: 100 }),
  fc.record({
    status: fc.constantFrom('dropped', 'broken'),
    progress: fc.nat({ max: 100 }),
  }),
)
/** What can happen to a search: a status call or a look at some time, or a move by hand. */
const happenings = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('poll' as const, 'follow' as const),
      now: fc.nat({ max: 400 }),
    }),
    fc.record({ kind: fc.constant('move' as const), status, progress: fc.nat({ max: 100 }) }),
  ),
  { maxLength: 60 },
)

test('whatever happens, status never goes back, progress never goes down, and an end is the end', () => {
  fc.assert(
    fc.property(drive, ending, happenings, (by, end, all) => {
      const search = newSearch(by, end)
      for (const happening of all) {
        const before = { ...search }
        if (happening.kind === 'move') {
          try {
            moveTo(search, happening, LIFE_CYCLE)
          } catch (error) {
            expect(error).toBeInstanceOf(LifeCycleError)
            expect(search).toEqual(before)
          }
        } else if (happening.kind === 'poll') poll(search, living(happening.now))
        else follow(search, living(happening.now))
        const rank = rankOf(LIFE_CYCLE, search.status)
        expect(rank).toBeGreaterThanOrEqual(rankOf(LIFE_CYCLE, before.status))
        if (isTerminal(LIFE_CYCLE, before.status)) expect(search.status).toBe(before.status)
        expect(search.progress).toBeGreaterThanOrEqual(before.progress)
        expect(Number.isInteger(search.progress) && search.progress <= 100).toBe(true)
        if (search.status === 'found') expect(search.progress).toBe(100)
      }
    }),
  )
})

test('polls find a search running exactly as often as they were told to', () => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), ending, (polls, end) => {
      const search = newSearch({ by: 'polls', polls }, end)
      for (let n = 0; n < polls; n += 1) {
        poll(search, living())
        expect(isTerminal(LIFE_CYCLE, search.status)).toBe(false)
      }
      poll(search, living())
      expect(search).toMatchObject(end)
    }),
  )
})

test('a clock ends a search after its time and not before, whoever looks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), ending, (milliseconds, end) => {
      const search = newSearch({ by: 'clock', milliseconds }, end)
      follow(search, living(milliseconds - 0.5))
      expect(isTerminal(LIFE_CYCLE, search.status)).toBe(false)
      follow(search, living(milliseconds))
      expect(search).toMatchObject(end)
    }),
  )
})

test('a search that was moved by hand stays there until it is moved again', () => {
  const search = newSearch({ by: 'polls', polls: 1 })
  moveTo(search, { status: 'reading', progress: 40 }, LIFE_CYCLE)
  for (let n = 0; n < 5; n += 1) poll(search, living())
  expect(search).toMatchObject({ status: 'reading', progress: 40, polls: 5 })
  expect(foundBy(search)).toBe(400)
  moveTo(search, { status: 'found' }, LIFE_CYCLE)
  expect(search).toMatchObject({ status: 'found', progress: 100 })
})

test.each([
  [[], ['found', 'found', 'found']],
  [['working'], ['working', 'working', 'working']],
  [
    ['queued', 'working'],
    ['queued', 'working', 'working'],
  ],
  [LIFE_CYCLE.running, ['queued', 'reading', 'sorting']],
  [
    ['1', '2', '3', '4', '5'],
    ['1', '3', '5'],
  ],
])(
  'of the running states %j a search has %j at its beginning, half way and near its end',
  (running, seen) => {
    const lifeCycle = { ...LIFE_CYCLE, running }
    const statusAfter = (milliseconds: number) => {
      const search = newSearch({ by: 'clock', milliseconds: 100 }, completes(lifeCycle), lifeCycle)
      follow(search, living(milliseconds, lifeCycle))
      return search.status
    }
    expect([0, 50, 99].map(statusAfter)).toEqual(seen)
  },
)

test('a search without a running state has its end at once', () => {
  const lifeCycle = { ...LIFE_CYCLE, running: [] }
  const search = newSearch({ by: 'polls', polls: 9 }, completes(lifeCycle), lifeCycle)
  expect(search).toMatchObject({ status: 'found', progress: 100 })
})

test('a life cycle is made of the states of a data source, and there is none where no state completes', () => {
  const states = [
    { word: 'new', means: 'RUNNING' },
    { word: 'busy', means: 'RUNNING' },
    { word: 'done', means: 'COMPLETED' },
    { word: 'late', means: 'TIMEOUT' },
  ] as const
  expect(lifeCycleOf(states)).toEqual({
    running: ['new', 'busy'],
    terminal: ['done', 'late'],
    completed: 'done',
  })
  expect(lifeCycleOf([])).toBeUndefined()
})

/** Makes a search among others, and gives its id. */
function makeIn(searches: Searches, { id, query = 'q' }: { id?: string; query?: string } = {}) {
  const source = {
    serial: 0,
    spec: { data: [] },
    dataSet: dataSetOf([], { key: 'ref', fields: ['ref'] }),
  }
  const ending = completes(LIFE_CYCLE)
  return searches.create(
    {
      ...(id !== undefined && { id }),
      ...{ query, source, total: 0, ending, startedAt: 0 },
      drive: { by: 'polls', polls: 0 },
      ...born(LIFE_CYCLE, ending),
    },
    { seed: 1, style: 'uuid' },
  ).id
}

test('an id that a client took in advance is passed over', () => {
  const first = makeIn(new Searches())
  const searches = new Searches()
  makeIn(searches, { id: first })
  expect(makeIn(searches)).not.toBe(first)
})

test('the queries of all searches together are bounded, too', () => {
  const searches = new Searches({ mostCharacters: 10 })
  const first = makeIn(searches, { query: 'x'.repeat(6) })
  makeIn(searches, { query: 'x'.repeat(4) })
  const why =
    'the queries of the 2 searches that live (--max-searches: 100000) have 10 characters, and there is room for 10'
  expect(() => makeIn(searches)).toThrow(why)
  searches.delete(first)
  makeIn(searches, { query: 'x'.repeat(6) })
  expect(() => makeIn(searches)).toThrow(why)
  searches.replace([], { made: 0, idsIssued: 0 })
  makeIn(searches, { query: 'x'.repeat(10) })
})
