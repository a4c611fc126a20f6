import { expect, test } from 'vitest'
import { effortLines } from '../../../../harness/report/lines/effort-lines.ts'
import { madeReport } from '../../../support/made-report.ts'

test('a run says with which seed it made how many cases', () => {
  const report = madeReport({ seed: 3, runs: 30, rounds: 1, clauses: [] })
  expect(effortLines(report)).toEqual(['seed 3, 30 made cases for each property'])
})

test('a thorough run says how far it came', () => {
  const report = madeReport({ seed: 3, runs: 90, rounds: 5, clauses: [] })
  expect(effortLines(report)).toEqual([
    'seeds 3 to 7, 90 made cases for each property with each seed',
  ])
})

test('a run without made cases says so', () => {
  const report = madeReport({ seed: 3, runs: 0, rounds: 1, clauses: [] })
  expect(effortLines(report)).toEqual(['seed 3, no made cases for each property'])
})

test.each([
  ['quick', '--profile default tries more'],
  ['default', '--runs 1 tries all that is listed'],
] as const)(
  'what a run of the profile %s left out is said, and what tries it',
  (profile, words) => {
    const clause = { level: 'MUST', outcome: 'held' } as const
    const report = madeReport({
      ...{ seed: 1, runs: 1, rounds: 1, profile },
      clauses: [
        { ...clause, clause: 'ENV-1', cases: { tried: 3, planned: 93 } },
        { ...clause, clause: 'ENV-2', cases: { tried: 3, planned: 13 } },
      ],
    })
    expect(effortLines(report)).toEqual([
      'seed 1, 1 made case for each property',
      `100 cases are left out of so short a run; ${words}`,
    ])
  },
)
