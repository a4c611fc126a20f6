import { expect, it } from 'vitest'
import { withoutWhatVaries } from '../../../scripts/same-reports/what-varies.ts'

const TREE = { root: '/tmp/a/worktree', folder: '/tmp/a/base' }

it('takes out times, and leaves that they are there', () => {
  const timings = { started: '2026-01-01T00:00:00Z', checks: [{ check: 'a', milliseconds: 7 }] }
  expect(withoutWhatVaries({ runs: [{ timings }] }, TREE)).toEqual({
    runs: [
      { timings: { started: 'a string', checks: [{ check: 'a', milliseconds: 'a number' }] } },
    ],
  })
})

it('takes out no other member of that name', () => {
  const report = { runs: [{ violations: [{ milliseconds: 7 }] }] }
  expect(withoutWhatVaries(report, TREE)).toEqual(report)
})

it('takes times, folders and the version out of texts', () => {
  const texts = [
    '41 clauses: 40 held, 1 not applicable.  1529 cases in 49.8 s.',
    'abc of /tmp/a/worktree/test, in /tmp/a/base/abc.json',
    'connector-contract 0.1.0',
  ]
  expect(withoutWhatVaries(texts, TREE)).toEqual([
    '41 clauses: 40 held, 1 not applicable.  1529 cases in … s.',
    'abc of <root>/test, in <folder>/abc.json',
    'connector-contract …',
  ])
})
