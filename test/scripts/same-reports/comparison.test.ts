import { expect, it } from 'vitest'
import { Comparison } from '../../../scripts/same-reports/comparison.ts'

function told(comparison: Comparison, before: unknown, after: unknown): string {
  return comparison.told('abc', comparison.of(before, after))
}

const BEFORE = { version: 1, runs: [{ checks: [{ cases: 3 }, { cases: 4 }] }], stdout: ['a'] }
const AFTER = { version: 2, runs: [{ checks: [{ cases: 3 }, { cases: 5, leftOut: 1 }] }] }

it('shows where two reports differ, and what stands there', () => {
  const comparison = new Comparison([])
  expect(told(comparison, BEFORE, AFTER).split('\n')).toEqual([
    'abc: different',
    '  version',
    '    before: 1',
    '    after:  2',
    '  runs[0].checks[1].cases',
    '    before: 4',
    '    after:  5',
    '  runs[0].checks[1].leftOut',
    '    before: nothing',
    '    after:  1',
    '  stdout',
    '    before: ["a"]',
    '    after:  nothing',
    '',
  ])
  expect(comparison.isEqual).toBe(false)
})

it('shows a few differences and counts the others', () => {
  expect(told(new Comparison([]), [1, 2, 3, 4, 5, 6, 7], [])).toContain(
    '[4]\n    before: 5\n    after:  nothing\n  … and 2 more\n',
  )
})

it('says equal of the same, in whatever order its members are', () => {
  const comparison = new Comparison([])
  expect(told(comparison, { a: 1, b: [] }, { b: [], a: 1 })).toBe('abc: equal\n')
  expect(comparison.summary()).toBe('1 equal, 0 different\n')
  expect(comparison.isEqual).toBe(true)
})

it('lets differ what may: in every member of a list, or in one', () => {
  const but = (...paths: readonly string[]) => told(new Comparison(paths), BEFORE, AFTER)
  expect(but('version', 'runs.checks', 'stdout')).toBe('abc: equal, but for 4 that may differ\n')
  expect(but('version', 'runs[0].checks[1]', 'stdout')).toContain('equal, but for 4')
  expect(but('version', 'runs[0].checks[0]', 'stdout')).toContain('runs[0].checks[1].cases')
  // A name that begins alike is another one.
  expect(but('version', 'runs.checks.case', 'stdout')).toContain('runs[0].checks[1].cases')
})

it('names what may differ and does not', () => {
  const comparison = new Comparison(['version', 'closing'])
  told(comparison, BEFORE, { ...BEFORE, version: 2 })
  expect(comparison.summary()).toBe(
    '1 equal, 0 different\nnothing differs at closing: --but is not needed for it\n',
  )
})
