import { describe, expect, it } from 'vitest'
import { type CaseFacts, callFacts } from '../../../../harness/engine/case-facts.ts'
import { CoverageCount } from '../../../../harness/engine/found/coverage.ts'
import { abcSource } from '../../../support/abc-source.ts'
import { madeExchange } from '../../../support/made-report.ts'
import { below, MOST, RUNS, runToyCheck } from '../../../support/run-toy-check.ts'

const call = (
  method: 'status' | 'results' | 'delete',
  faults: string[] = [],
  codes: string[] = [],
) => ({
  ...{ method, faults, codes, reached: true },
  outcome: 'success' as const,
})
const held = (...calls: CaseFacts['calls']): CaseFacts => ({ held: true, asAllowed: true, calls })
const broken = (...calls: CaseFacts['calls']): CaseFacts => ({ ...held(...calls), held: false })

const coverageOf = (...cases: readonly CaseFacts[]) => {
  const count = new CoverageCount()
  for (const each of cases) count.add(each)
  return count.coverage
}

describe('coverage', () => {
  it('counts a case that holds for every method that it called, once each', () => {
    expect(coverageOf(held(call('status'), call('results'), call('status'))).methods).toEqual([
      { method: 'status', tried: 1, held: 1, violated: 0 },
      { method: 'results', tried: 1, held: 1, violated: 0 },
    ])
  })

  it('counts a case that does not hold for the call that broke the clause alone', () => {
    const coverage = coverageOf(
      broken(call('status', ['reset']), call('results', ['hang'], ['1010'])),
      held(call('results')),
    )
    expect(coverage).toEqual({
      methods: [{ method: 'results', tried: 2, held: 1, violated: 1 }],
      faults: [{ method: 'results', fault: 'hang', tried: 1, held: 0, violated: 1 }],
      codes: [{ method: 'results', code: '1010', tried: 1, held: 0, violated: 1 }],
    })
  })

  it('holds a fault against a method whose outcome is not allowed, whatever clause judges it', () => {
    const coverage = coverageOf({ ...held(call('delete', ['reset'])), asAllowed: false })
    expect(coverage.faults).toMatchObject([{ method: 'delete', held: 0, violated: 1 }])
    expect(coverage.methods).toMatchObject([{ method: 'delete', held: 1, violated: 0 }])
  })

  it('is the same whatever ended first, and when it is added up from parts', () => {
    const cases = [
      held(call('results', ['reset'], ['1002'])),
      broken(call('delete', ['hang'], ['401'])),
      held(call('status', ['hang'], ['unlisted', '1002'])),
    ]
    const sum = new CoverageCount()
    for (const each of cases) sum.addAll(coverageOf(each))
    expect(coverageOf(...cases.toReversed())).toEqual(coverageOf(...cases))
    expect(sum.coverage).toEqual(coverageOf(...cases))
    expect(sum.coverage.codes.map(({ code }) => code)).toEqual(['401', '1002', '1002', 'unlisted'])
  })
})

describe('what a call met', () => {
  const answered = (body: string, fault?: string) =>
    madeExchange({
      response: { status: 200, headers: {}, body },
      ...(fault === undefined ? {} : { fault }),
    })
  const factsOf = (exchanges: ReturnType<typeof answered>[], errors = {}) => {
    const faults = [{ id: 'f1', spec: { kind: 'reset' }, seen: 1, struck: 1 } as const]
    const reading = { kind: 'success', envelope: { success: true } } as const
    return callFacts([{ method: 'results', exchanges, reading }], faults, abcSource, errors)[0]
  }

  it('is the faults that struck, by their kind', () => {
    expect(factsOf([answered('', 'f1'), answered('', 'f1'), answered('')])?.faults).toEqual([
      'reset',
    ])
  })

  it('is the error codes that came back, those that no table has as one', () => {
    const bodies = [
      '{"code":200}',
      '{"code": 1002, "message": ""}',
      '{"code":7}',
      '{"code":8}',
      '<p>',
    ]
    const exchanges = bodies.map((body) => answered(body))
    expect(factsOf(exchanges)?.codes).toEqual(['1002', 'unlisted'])
    expect(factsOf(exchanges, { 7: ['unknown'] })?.codes).toEqual(['1002', '7', 'unlisted'])
  })
})

it('a check tells of every case as it ends, but for those of earlier runs', async () => {
  const told: CaseFacts[] = []
  const stored = { 'PAGE-1 toy': [{ id: '1a2b3c4d', example: 1 }] }
  const caseEnded = (facts: CaseFacts) => told.push(facts)
  const all = await runToyCheck({}, { caseEnded, stored })
  expect(all).toMatchObject({ state: 'held', cases: RUNS })
  expect(told).toHaveLength(RUNS)
  told.length = 0
  const result = await runToyCheck(below(MOST / 2), { caseEnded })
  expect(result).toMatchObject({ state: 'violated', cases: told.length })
  expect(told.at(0)).toBeDefined()
  expect(told.some((facts) => !facts.held)).toBe(true)
})
