import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Method } from '../../../../contracts/method.ts'
import type { Waiver } from '../../../../contracts/waiver.ts'
import type { CheckResult } from '../../../../harness/engine/found/result.ts'
import { runCheck } from '../../../../harness/engine/run-check.ts'
import type { StoredCase } from '../../../../harness/engine/run-options.ts'
import { type CheckDefinition, defineCheck } from '../../../../harness/kit/define-check.ts'
import { violated } from '../../../../harness/kit/expectations.ts'
import { madeWaiver } from '../../../support/made-waiver.ts'
import { request, toyDriver } from '../../../support/toy-driver.ts'
import { sessionOptions } from '../../../support/toy-session.ts'

interface ToyCase {
  readonly method: Method
  readonly size: number
}

const METHODS = ['ping', 'status', 'results'] as const
const made = fc.record({ method: fc.constantFrom(...METHODS), size: fc.nat({ max: 1_000 }) })

/** How large a case may be for each method; larger ones break the clause. */
type Limits = Partial<Record<Method, number>>

interface Toy {
  readonly definition?: Partial<CheckDefinition<ToyCase>>
  readonly waivers?: readonly Waiver[]
  readonly stored?: readonly StoredCase[]
  readonly runs?: number
}

/** Runs a check of PAGE-1 over a connector that has these limits. */
function run(limits: Limits, { definition = {}, waivers = [], stored = [], runs = 40 }: Toy = {}) {
  const check = defineCheck<ToyCase>({
    clause: 'PAGE-1',
    claim: 'small enough',
    cases: () => made,
    run: async ({ connector }, { method, size }) => {
      await connector.call(method)
      const limit = limits[method] ?? Number.POSITIVE_INFINITY
      if (size > limit) violated(`at most ${limit}`, String(size))
    },
    ...definition,
  })
  const { name: _, ...session } = sessionOptions({
    driver: toyDriver({ ping: () => 1, status: () => 1, results: () => 1 }),
  })
  const options = { seed: 1, runs, shrinks: 300, waivers, stored: { 'PAGE-1': stored } }
  return runCheck(check, { ...session, ...options })
}

const listed = (...cases: readonly ToyCase[]) => ({ cases: () => cases })
const of = (method: Method, size: number): ToyCase => ({ method, size })

/** What a result shows as waived: the case, and the waivers. */
const waivedIn = (result: CheckResult) =>
  'waived' in result
    ? (result.waived ?? []).map(({ violation, by }) => ({ case: violation.counterexample, by }))
    : []

const ofResults = madeWaiver({ method: 'results' })

describe('a waiver of a whole clause', () => {
  it('covers whatever is found, which is the same as without it', async () => {
    const without = await run({ results: 10 })
    const result = await run({ results: 10 }, { waivers: [madeWaiver()] })
    if (without.state !== 'violated') return expect.unreachable()
    expect(result).toEqual({
      state: 'waived',
      cases: without.cases,
      waived: [{ violation: without.violation, by: [0] }],
      isLast: true,
    })
  })

  it('of another clause covers nothing', async () => {
    const result = await run({ results: 10 }, { waivers: [madeWaiver({ clause: 'PAGE-2' })] })
    expect(result).toEqual(await run({ results: 10 }))
  })

  it('changes nothing where nothing is violated', async () => {
    expect(await run({}, { waivers: [madeWaiver()] })).toEqual(await run({}))
  })
})

describe('a waiver of one method', () => {
  it('covers what a call of that method breaks', async () => {
    const result = await run({ results: 10 }, { waivers: [ofResults] })
    expect(result.state).toBe('waived')
    expect(waivedIn(result)).toEqual([{ case: of('results', 11), by: [0] }])
  })

  it('shows the same smallest case as would be shown without it', async () => {
    const without = await run({ results: 10 })
    const result = await run({ results: 10 }, { waivers: [ofResults] })
    expect(without).toMatchObject({ violation: { counterexample: of('results', 11) } })
    expect(waivedIn(result)).toMatchObject([{ case: of('results', 11) }])
  })

  it('does not hide what another method breaks behind it, in a list', async () => {
    const definition = listed(of('results', 9), of('results', 8), of('ping', 1), of('status', 7))
    const result = await run({ results: 5, status: 5 }, { definition, waivers: [ofResults] })
    expect(result).toMatchObject({
      state: 'violated',
      cases: 4,
      violation: { counterexample: of('status', 7), extent: { failed: 1, tried: 2 } },
      waived: [
        {
          violation: { counterexample: of('results', 9), extent: { failed: 2, tried: 4 } },
          by: [0],
        },
      ],
    })
  })

  it('does not hide what another method breaks behind it, in made cases', async () => {
    const result = await run({ results: 10, status: 900 }, { waivers: [ofResults], runs: 200 })
    expect(result).toMatchObject({
      state: 'violated',
      violation: { counterexample: of('status', 901) },
    })
    expect(waivedIn(result)).toEqual([{ case: of('results', 11), by: [0] }])
  })

  it('does not hide what is violated where a smaller case would be one that it covers', async () => {
    // Every number fails for `ping`, to which fast-check turns from any other method.
    const waivers = [madeWaiver({ method: 'ping' })]
    const result = await run({ ping: -1, results: 500 }, { waivers })
    expect(result).toMatchObject({
      state: 'violated',
      violation: { counterexample: of('results', 501) },
    })
  })

  it('does not hide what is violated in a case that is always tried', async () => {
    const definition = { always: () => [of('results', 20), of('status', 20)] }
    const result = await run({ results: 10, status: 10 }, { definition, waivers: [ofResults] })
    expect(result).toMatchObject({
      state: 'violated',
      violation: { counterexample: of('status', 11) },
      waived: [{ violation: { counterexample: of('results', 11) } }],
    })
  })

  it('does not hide what is met only while a smaller case of what it covers is looked for', async () => {
    const definition = { always: () => [of('results', 20)] }
    // fast-check turns to `ping`, which no case but a smaller one has.
    const result = await run(
      { results: 10, ping: 5 },
      { definition, waivers: [ofResults], runs: 0 },
    )
    expect(result).toMatchObject({
      state: 'violated',
      violation: { counterexample: of('ping', 6) },
      waived: [{ violation: { counterexample: { method: 'results' } }, by: [0] }],
    })
  })

  it('is known to be used where only a smaller case of another shows it', async () => {
    const definition = { always: () => [of('results', 20)] }
    const waivers = [ofResults, madeWaiver({ method: 'ping' })]
    const result = await run({ results: 10, ping: 5 }, { definition, waivers, runs: 0 })
    expect(result.state).toBe('waived')
    expect(waivedIn(result).map(({ by }) => by)).toEqual([[0], [1]])
  })

  it('leaves each method that is waived a case of its own', async () => {
    const waivers = [ofResults, madeWaiver({ method: 'ping' })]
    const result = await run({ results: 10, ping: 20 }, { waivers })
    expect(result.state).toBe('waived')
    expect(waivedIn(result)).toEqual(
      expect.arrayContaining([
        { case: of('results', 11), by: [0] },
        { case: of('ping', 21), by: [1] },
      ]),
    )
  })

  it('says the same again with the same seed', async () => {
    const options = { waivers: [ofResults] }
    const limits = { results: 10, status: 700 }
    expect(await run(limits, options)).toEqual(await run(limits, options))
  })

  it('does not depend on which of several cases at once ends first', async () => {
    const definition: Partial<CheckDefinition<ToyCase>> = {
      waits: true,
      cases: () => [of('results', 9), of('results', 8), of('status', 9), of('ping', 9)],
      run: async ({ connector }, { method, size }) => {
        await connector.call(method)
        // The first of the list ends last.
        for (let turn = 0; turn < size; turn += 1) await new Promise(setImmediate)
        violated('none', String(size))
      },
    }
    const result = await run({}, { definition, waivers: [ofResults] })
    expect(result).toMatchObject({ violation: { counterexample: of('status', 9) } })
    expect(waivedIn(result)).toEqual([{ case: of('results', 9), by: [0] }])
  })

  it('covers a case of an earlier run, and shows it where no other is found', async () => {
    const stored = [{ id: '1', example: of('results', 5_000) }]
    const result = await run({ results: 4_000 }, { stored, waivers: [ofResults] })
    expect(waivedIn(result)).toEqual([{ case: of('results', 5_000), by: [0] }])
    const other = await run({ results: 10 }, { stored, waivers: [ofResults] })
    expect(waivedIn(other)).toEqual([{ case: of('results', 11), by: [0] }])
  })

  it('keeps trouble of the harness behind it from being taken for a verdict', async () => {
    const definition: Partial<CheckDefinition<ToyCase>> = {
      ...listed(of('results', 1), of('ping', 1)),
      run: async ({ connector }, { method }) => {
        await connector.call(method)
        if (method === 'results') violated('none', 'one')
        throw new TypeError('a defect of the check')
      },
    }
    expect(await run({}, { definition, waivers: [ofResults] })).toEqual({
      state: 'undecided',
      reason: 'TypeError: a defect of the check',
    })
  })
})

describe('a waiver of one kind of fault', () => {
  /** Every status fails, and so does every one under a fault. */
  const definition: Partial<CheckDefinition<ToyCase>> = {
    cases: () => [of('status', 503), of('status', 0)],
    run: async ({ connector, dataSource }, { size }) => {
      if (size > 0) dataSource.fault({ kind: 'http-status', status: size })
      await connector.status('a')
      violated('less', String(size))
    },
  }
  const driver = toyDriver({
    status: async (call) => (await request(call, '/searches/a')).status,
  })
  const runUnder = (waivers: readonly Waiver[]) => {
    const check = defineCheck<ToyCase>({
      clause: 'PAGE-1',
      claim: 'no faults',
      cases: () => [],
      run: async () => {},
      ...definition,
    })
    const { name: _, ...session } = sessionOptions({ driver })
    return runCheck(check, { ...session, seed: 1, runs: 1, shrinks: 1, waivers })
  }

  it('covers what a call breaks whose requests met it, and nothing else', async () => {
    const result = await runUnder([madeWaiver({ fault: 'http-status' })])
    expect(result).toMatchObject({
      state: 'violated',
      violation: { counterexample: of('status', 0) },
      waived: [
        { violation: { counterexample: of('status', 503), faults: ['http-status'] }, by: [0] },
      ],
    })
  })

  it('and one method covers both together alone', async () => {
    const both = await runUnder([madeWaiver({ method: 'ping', fault: 'http-status' })])
    expect(waivedIn(both)).toEqual([])
  })

  it('is known beside others that cover the same', async () => {
    const waivers = [
      madeWaiver({ fault: 'hang' }),
      madeWaiver({ method: 'status' }),
      madeWaiver({ fault: 'http-status' }),
    ]
    expect(waivedIn(await runUnder(waivers))).toEqual([
      { case: of('status', 503), by: [1, 2] },
      { case: of('status', 0), by: [1] },
    ])
  })
})
