import { describe, expect, it, test } from 'vitest'
import { firstPart } from '../../../mock-datasource/control/part.ts'
import { openMock, type TestMock } from '../support/open-mock.ts'

/** Follows the parts of a list to the end; gives what each holds. */
async function parts(mock: TestMock, path: string, nameOf: (body: Body) => readonly unknown[]) {
  const found: (readonly unknown[])[] = []
  for (let after: number | null = 0; after !== null; ) {
    const { body } = (await mock.bare('get', `${path}&after=${after}`)) as { body: Body }
    found.push(nameOf(body))
    after = body.next_after
  }
  return found
}

interface Body {
  readonly entries: readonly { readonly sequence: number }[]
  readonly searches: readonly { readonly search_id: string }[]
  readonly next_after: number | null
}

describe('what may be long is given in parts', () => {
  it('the journal', async () => {
    const mock = await openMock()
    for (let n = 0; n < 5; n += 1) await mock.api('get', '/ping')
    const sequences = ({ entries }: Body) => entries.map(({ sequence }) => sequence)
    expect(await parts(mock, '/_mock/journal?limit=2', sequences)).toEqual([[1, 2], [3, 4], [5]])
    const { body } = await mock.bare('get', '/_mock/journal')
    expect(sequences(body)).toEqual([1, 2, 3, 4, 5])
    expect(body).toMatchObject({ last_sequence: 5, next_after: null, forgotten_up_to: 0 })
    mock.control.journal.clear()
    const cleared = await mock.bare('get', '/_mock/journal')
    expect(cleared.body).toEqual({
      ...{ entries: [], last_sequence: 5, next_after: null, forgotten_up_to: 5 },
    })
  })

  it('the searches of the state, with how many of how many there are', async () => {
    const mock = await openMock({ maxSearches: 50 })
    const query = 'SELECT * FROM events'
    for (const id of ['a', 'b', 'c', 'd']) await mock.control.createSearch({ query, id })
    mock.control.deleteSearch('b')
    const ids = ({ searches }: Body) => searches.map(({ search_id }) => search_id)
    expect(await parts(mock, '/_mock/state?limit=2', ids)).toEqual([['a', 'c'], ['d']])
    const { body } = await mock.bare('get', '/_mock/state')
    expect(body).toMatchObject({ search_count: 3, max_searches: 50, next_after: null })
  })

  it('long texts fewer at a time, and never none', async () => {
    const mock = await openMock()
    const query = `SELECT * FROM events WHERE message = '${'x'.repeat(65_000)}'`
    for (let n = 0; n < 70; n += 1) await mock.control.createSearch({ query })
    const ids = ({ searches }: Body) => searches.map(({ search_id }) => search_id)
    const found = await parts(mock, '/_mock/state?limit=10000', ids)
    expect(found.map(({ length }) => length)).toEqual([61, 9])
    const long = 'x'.repeat(5_000_000)
    expect(firstPart([long, long], 2, ({ length }) => length)).toEqual({
      part: [long],
      isAll: false,
    })
  })
})

test.each([
  ['/_mock/journal?limit=0', "'limit' must be a whole number from 1 to 10000"],
  ['/_mock/journal?limit=10001', "'limit' must be a whole number from 1 to 10000"],
  ['/_mock/journal?limit=1&limit=2', "'limit' must be a whole number from 1 to 10000"],
  ['/_mock/state?limit=x', "'limit' must be a whole number from 1 to 10000"],
  ['/_mock/state?after=-1', "'after' must be the number that the part before gave, in digits"],
])('%s is refused', async (path, message) => {
  const mock = await openMock()
  const { status, body } = await mock.bare('get', path)
  expect([status, body]).toEqual([400, { code: 400, message }])
})
