import { expect, it } from 'vitest'
import { busyWords } from '../../bench/busy.ts'

it('a reader is told which figures hold on a busy machine', () => {
  expect(busyWords(0.04)).toBe('others use 4% of the machine')
  expect(busyWords(0.5)).toMatch(/^others use 50% of the machine: ratios .* hold, times .* do not$/)
})
