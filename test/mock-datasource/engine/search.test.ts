import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dataSetOf } from '../../../mock-datasource/engine/rows-in-memory.ts'
import {
  type Drive,
  type Ending,
  follow,
  foundBy,
  isTerminal,
  LifeCycleError,
  moveTo,
  poll,
  SEARCH_STATUSES,
  type Search,
} from '../../../mock-datasource/engine/search.ts'
import { Searches } from '../../../mock-datasource/engine/searches.ts'

function newSearch(drive: Drive, ending: Ending = { status: 'COMPLETED', progress: 100 }): Search {
  const source = { serial: 0, spec: { data: [] }, dataSet: dataSetOf([]) }
  return new Searches().create(
    { query: 'q', source, total: 1_000, ending, drive, startedAt: 0 },
    { seed: 1, style: 'uuid' },
  )
}

const status = fc.constantFrom(...SEARCH_STATUSES)
const drive = fc.oneof(
  fc.record({ by: fc.constant('polls' as const), polls: fc.nat({ max: 300 }) }),
  fc.record({ by: fc.constant('clock' as const), milliseconds: fc.nat({ max: 300 }) }),
)
const ending = fc.oneof(
  fc.constant<Ending>({ status: 'COMPLETED', progress: 100 }),
  fc.record({
    status: fc.constantFrom('CANCELED' as const, 'ERROR' as const),
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
            moveTo(search, happening)
          } catch (error) {
            expect(error).toBeInstanceOf(LifeCycleError)
            expect(search).toEqual(before)
          }
        } else if (happening.kind === 'poll') poll(search, happening.now)
        else follow(search, happening.now)
        const rank = SEARCH_STATUSES.indexOf(search.status)
        expect(rank).toBeGreaterThanOrEqual(SEARCH_STATUSES.indexOf(before.status))
        if (isTerminal(before.status)) expect(search.status).toBe(before.status)
        expect(search.progress).toBeGreaterThanOrEqual(before.progress)
        expect(Number.isInteger(search.progress) && search.progress <= 100).toBe(true)
        if (search.status === 'COMPLETED') expect(search.progress).toBe(100)
      }
    }),
  )
})

test('polls find a search running exactly as often as they were told to', () => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), ending, (polls, end) => {
      const search = newSearch({ by: 'polls', polls }, end)
      for (let n = 0; n < polls; n += 1) {
        poll(search, 0)
        expect(isTerminal(search.status)).toBe(false)
      }
      poll(search, 0)
      expect(search).toMatchObject(end)
    }),
  )
})

test('a clock ends a search after its time and not before, whoever looks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), ending, (milliseconds, end) => {
      const search = newSearch({ by: 'clock', milliseconds }, end)
      follow(search, milliseconds - 0.5)
      expect(isTerminal(search.status)).toBe(false)
      follow(search, milliseconds)
      expect(search).toMatchObject(end)
    }),
  )
})

test('a search that was moved by hand stays there until it is moved again', () => {
  const search = newSearch({ by: 'polls', polls: 1 })
  moveTo(search, { status: 'EXECUTE', progress: 40 })
  for (let n = 0; n < 5; n += 1) poll(search, 0)
  expect(search).toMatchObject({ status: 'EXECUTE', progress: 40, polls: 5 })
  expect(foundBy(search)).toBe(400)
  moveTo(search, { status: 'COMPLETED' })
  expect(search).toMatchObject({ status: 'COMPLETED', progress: 100 })
})

test('an id that a client took in advance is passed over', () => {
  const source = { serial: 0, spec: { data: [] }, dataSet: dataSetOf([]) }
  const make = (searches: Searches, id?: string) =>
    searches.create(
      {
        ...(id !== undefined && { id }),
        query: 'q',
        source,
        total: 0,
        ending: { status: 'COMPLETED', progress: 100 },
        drive: { by: 'polls', polls: 0 },
        startedAt: 0,
      },
      { seed: 1, style: 'uuid' },
    ).id
  const first = make(new Searches())
  const searches = new Searches()
  make(searches, first)
  expect(make(searches)).not.toBe(first)
})
