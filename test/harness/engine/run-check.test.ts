import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { violated } from '../../../harness/kit/expectations.ts'
import { below, MOST, RUNS, runToyCheck as run } from '../../support/run-toy-check.ts'
import { request, toyDriver } from '../../support/toy-driver.ts'

describe('a check that holds', () => {
  it('has tried as many cases as it was given', async () => {
    expect(await run({})).toEqual({ state: 'held', cases: RUNS })
  })

  it('has tried those that are always tried on top, and first', async () => {
    const tried: number[] = []
    const result = await run({ ...below(MOST + 1, tried), always: () => [7, 700, 0] })
    expect(result).toEqual({ state: 'held', cases: RUNS + 3 })
    expect(tried.slice(0, 3)).toEqual([7, 700, 0])
  })

  it('has tried the whole of a list, in its order', async () => {
    const tried: number[] = []
    expect(await run({ ...below(MOST, tried), cases: () => [3, 1, 2] }, { runs: 1 })).toEqual({
      state: 'held',
      cases: 3,
    })
    expect(tried).toEqual([3, 1, 2])
  })

  it('has tried other cases under another seed, and other cases than another check', async () => {
    const [one, same, another, sibling] = [[], [], [], []] as number[][]
    await run(below(MOST + 1, one))
    await run(below(MOST + 1, same))
    await run(below(MOST + 1, another), { seed: 2 })
    await run({ ...below(MOST + 1, sibling), aspect: 'another toy' })
    expect(same).toEqual(one)
    expect(another).not.toEqual(one)
    expect(sibling).not.toEqual(one)
  })
})

describe('a check whose time is spent', () => {
  it('has held in the cases that it came to, and says how many it did not come to', async () => {
    const tried: number[] = []
    const isOver = () => tried.length >= 5
    const cut = { state: 'held', cases: 5, cutShort: true }
    expect(await run(below(MOST + 1, tried), { isOver })).toEqual({ ...cut, leftOut: RUNS - 5 })
    tried.length = 0
    const listed = { ...below(MOST, tried), cases: () => [1, 2, 3, 4, 5, 6, 7] }
    expect(await run(listed, { isOver })).toEqual({ ...cut, leftOut: 2 })
  })

  it('is not shown to hold where it came to none', async () => {
    expect(await run({}, { isOver: () => true })).toEqual({
      ...{ state: 'not-shown', cases: 0, leftOut: RUNS, cutShort: true },
      reason: 'the time of the run was spent before any of its cases',
    })
  })

  it('looks no further for a smaller case of what it has found', async () => {
    const tried: number[] = []
    const isOver = () => tried.some((each) => each >= 10)
    const result = await run(below(10, tried), { isOver })
    expect(result).toMatchObject({
      state: 'violated',
      violation: { counterexample: tried.find((each) => each >= 10) },
    })
    expect(result).not.toHaveProperty('cutShort')
  })
})

describe('a check that finds a violation', () => {
  it('gives the smallest case, and what was expected and found in it', async () => {
    expect(await run(below(10))).toMatchObject({
      state: 'violated',
      violation: {
        clause: 'PAGE-1',
        check: 'PAGE-1 toy',
        level: 'MUST',
        claim: 'small enough',
        expected: 'less than 10',
        actual: '10',
        counterexample: 10,
        seed: 1,
      },
    })
  })

  it('finds the smallest case also where one that is always tried fails', async () => {
    expect(await run({ ...below(10), always: () => [900] })).toMatchObject({
      violation: { counterexample: 10 },
    })
  })

  it('says the same again with the same seed', async () => {
    // Rare enough that where the search begins decides which case it ends with.
    const odd = {
      run: async (_: unknown, example: number) => {
        if (example % 7 === 3) violated('no such number', String(example))
      },
    }
    for (const seed of [1, 2, 3]) expect(await run(odd, { seed })).toEqual(await run(odd, { seed }))
  })

  it('gives the first failing case of a list, and tries the rest to see how far it reaches', async () => {
    const tried: number[] = []
    const result = await run({ ...below(2, tried), cases: () => [1, 5, 0, 2] })
    expect(result).toMatchObject({
      state: 'violated',
      cases: 4,
      violation: { counterexample: 5, extent: { failed: 2, tried: 4 } },
    })
    // The last is the one that failed once more.
    expect(tried).toEqual([1, 5, 0, 2, 5])
  })

  it.each([0, 1, 5])('tries no more than %i smaller cases where it may not', async (shrinks) => {
    const tried: number[] = []
    const result = await run(
      { ...below(1, tried), cases: () => fc.integer({ min: 1, max: MOST }) },
      { shrinks },
    )
    // The very first case fails, so that all others are attempts to make it smaller.
    expect(tried.length).toBeGreaterThan(shrinks > 0 ? 2 : 1)
    expect(tried.length).toBeLessThanOrEqual(2 + shrinks)
    // The last one is the smallest once more, which is no other case.
    expect(result).toMatchObject({ state: 'violated', cases: tried.length - 1 })
  })

  it('gives the calls of the smallest case alone, with what they caused', async () => {
    const driver = toyDriver({
      status: async (call) => (await request(call, `/searches/${call.arguments[0]}`)).json(),
    })
    const result = await run(
      {
        run: async ({ connector }, example) => {
          await connector.status(String(example))
          if (example >= 10) violated('less', 'more')
        },
      },
      { driver },
    )
    expect(result).toMatchObject({
      violation: {
        transcript: [
          {
            method: 'status',
            arguments: ['"10"'],
            command: 'status 10',
            exchanges: [{ request: { path: '/api/v1/searches/10' }, response: { status: 404 } }],
          },
        ],
      },
    })
  })

  it('gives the call that broke the clause, and the state of the data source before it', async () => {
    const result = await run(
      {
        cases: () => [1],
        run: async ({ connector, dataSource }) => {
          const search = await dataSource.searchIn('EXECUTE', 40)
          await connector.status('a')
          dataSource.advance(search, 'CANCELED', 50)
          violated('less', 'more')
        },
      },
      { driver: toyDriver({ status: () => true }) },
    )
    if (result.state !== 'violated') return expect.unreachable()
    expect(result.violation.latestCall).toMatchObject({ method: 'status', arguments: ['a'] })
    expect(JSON.stringify(result.violation.snapshot)).toContain('"EXECUTE"')
    expect(JSON.parse(JSON.stringify(result.violation))).toEqual(result.violation)
  })

  it('shows no credentials in what it found', async () => {
    const result = await run({
      run: async ({ secrets }) => violated('none', `the password ${secrets.form('plain')}`),
    })
    expect(result).toMatchObject({ violation: { actual: 'the password <the password>' } })
  })
})
