import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CheckDefinition, defineCheck } from '../../../harness/kit/define-check.ts'
import { violated } from '../../../harness/kit/expectations.ts'
import type { CheckResult } from '../../../harness/kit/result.ts'
import { type RunOptions, runCheck } from '../../../harness/kit/run-check.ts'
import { CaseNotApplicable } from '../../../harness/kit/violation.ts'
import { request, toyDriver } from '../../support/toy-driver.ts'
import { sessionOptions } from '../../support/toy-session.ts'

const RUNS = 20
const MOST = 1_000

/** Runs a toy check; its cases are numbers, if it does not say otherwise. */
function run(
  definition: Partial<CheckDefinition<number>>,
  options: Partial<RunOptions> = {},
): Promise<CheckResult> {
  const check = defineCheck<number>({
    clause: 'PAGE-1',
    aspect: 'toy',
    claim: 'small enough',
    cases: () => fc.nat({ max: MOST }),
    run: async () => {},
    ...definition,
  })
  const { name: _, ...session } = sessionOptions()
  return runCheck(check, { ...session, seed: 1, runs: RUNS, shrinks: 300, ...options })
}

/** Finds every number of `least` or more. */
const below = (least: number, tried: number[] = []) => ({
  run: async (_session: unknown, example: number) => {
    tried.push(example)
    if (example >= least) violated(`less than ${least}`, String(example))
  },
})

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
    expect(tried).toEqual([1, 5, 0, 2])
  })

  it.each([0, 1, 5])('tries no more than %i smaller cases where it may not', async (shrinks) => {
    const tried: number[] = []
    const result = await run(
      { ...below(1, tried), cases: () => fc.integer({ min: 1, max: MOST }) },
      { shrinks },
    )
    // The very first case fails, so that all others are attempts to make it smaller.
    expect(tried.length).toBeGreaterThan(shrinks > 0 ? 1 : 0)
    expect(tried.length).toBeLessThanOrEqual(1 + shrinks)
    expect(result).toMatchObject({ state: 'violated', cases: tried.length })
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
    expect(result).toMatchObject({ violation: { actual: 'the password ***' } })
  })
})

describe('a check that does not apply', () => {
  it('says why, without a case', async () => {
    const result = await run({
      notFor: ({ mode }) => `${mode} connectors have none`,
      run: () => expect.unreachable(),
    })
    expect(result).toEqual({
      state: 'not-applicable',
      reason: 'asynchronous connectors have none',
    })
  })

  it('says why where no case of it applied', async () => {
    const run1 = async () => {
      throw new CaseNotApplicable('it makes no request')
    }
    const expected = { state: 'not-applicable', reason: 'it makes no request' }
    expect(await run({ run: run1 })).toEqual(expected)
    expect(await run({ run: run1, cases: () => [1, 2] })).toEqual(expected)
  })

  it('says so where there are no cases', async () => {
    expect(await run({ cases: () => [] })).toEqual({
      state: 'not-applicable',
      reason: 'no case of it applies',
    })
  })

  it('counts the cases that applied, where some did', async () => {
    const result = await run({
      cases: () => [1, 2, 3],
      run: async (_, example) => {
        if (example === 2) throw new CaseNotApplicable('two')
      },
    })
    expect(result).toEqual({ state: 'held', cases: 2 })
  })
})

describe('a check that the harness cannot finish', () => {
  const defect = async () => {
    throw new TypeError('a defect')
  }

  it('is undecided, and no violation of the connector', async () => {
    const expected = { state: 'undecided', reason: 'TypeError: a defect' }
    expect(await run({ run: defect })).toEqual(expected)
    expect(await run({ run: defect, cases: () => [1] })).toEqual(expected)
    expect(
      await run({
        cases: () => {
          throw new TypeError('a defect')
        },
      }),
    ).toEqual(expected)
  })

  it('is undecided also where its defect shows after cases that held', async () => {
    const result = await run({
      always: () => [1, 2, 3],
      run: async (_, example) => {
        if (example === 3) throw new RangeError('too far')
      },
    })
    expect(result).toEqual({ state: 'undecided', reason: 'RangeError: too far' })
  })

  it('is undecided where the check throws nothing at all', async () => {
    const run1 = () => Promise.reject(undefined)
    expect(await run({ run: run1 })).toMatchObject({ state: 'undecided' })
    expect(await run({ run: run1, cases: () => [1] })).toMatchObject({ state: 'undecided' })
  })

  it('is not tried any further', async () => {
    let tries = 0
    await run({
      run: async () => {
        tries += 1
        throw new Error('once')
      },
    })
    expect(tries).toBe(1)
  })
})

describe('every case', () => {
  it('has a session of its own, which is closed whatever comes of it', async () => {
    const ports = new Map<number, string>()
    const ends = ['holds', 'finds', 'throws', 'does not apply']
    for (const [index, end] of ends.entries()) {
      await run({
        cases: () => [index],
        run: async ({ connector, secrets }) => {
          ports.set(connector.connection.port, secrets.form('plain'))
          if (end === 'finds') violated('a', 'b')
          if (end === 'throws') throw new Error('a defect')
          if (end === 'does not apply') throw new CaseNotApplicable('so it is')
        },
      })
    }
    for (const port of ports.keys()) {
      await expect(fetch(`http://127.0.0.1:${port}/api/v1/ping`)).rejects.toThrow('fetch failed')
    }
  })

  it('has credentials that no other case of the run has', async () => {
    const passwords: string[] = []
    await run({
      run: async ({ secrets }) => {
        passwords.push(secrets.form('plain'))
      },
    })
    expect(new Set(passwords).size).toBe(RUNS)
  })
})
