import { expect, test } from 'vitest'
import { longRunWords } from '../../../harness/run/long-run.ts'

test.each([
  [
    3_000,
    150,
    'default',
    1,
    '3000 calls, which takes some 8 minutes; --profile quick takes some 2 minutes',
  ],
  [3_000, 150, 'default', 2, undefined],
  [3_000, 5, 'default', 1, undefined],
  [500, 900, 'quick', 1, '500 calls, which takes some 8 minutes'],
] as const)(
  'a run of %i calls of %i ms in the profile %s with %i workers',
  (calls, each, profile, jobs, said) => {
    const words = said === undefined ? undefined : `note: this run makes up to ${said}`
    expect(longRunWords(calls, each, { jobs, profile })).toBe(words)
  },
)
