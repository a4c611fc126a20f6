import { expect, it } from 'vitest'
import { ratio, sampled } from '../../bench/figure.ts'
import { steady } from '../../bench/steady.ts'

const SMALL = [1, 1.01, 1.02, 1.03, 1.04]
const LARGE = [1, 2, 3, 4, 5]
const OTHER = [1, 1.5, 2, 2.5, 3]

/** Gives these samples of a figure with a target, one after the other. */
function measuring(...all: readonly (readonly number[])[]) {
  const left = [...all]
  return async () => [sampled('it', left.shift() ?? [], { atLeast: 1 }, ratio)]
}

it('what varies little is measured once', async () => {
  expect(await steady(measuring(SMALL, LARGE))).toMatchObject({ again: 0 })
})

it('what varies much is measured again, and what varied less counts', async () => {
  const { figures, again } = await steady(measuring(LARGE, OTHER))
  expect({ again, measured: figures.map(({ measured }) => measured) }).toEqual({
    again: 1,
    measured: ['2.00'],
  })
  expect((await steady(measuring(OTHER, LARGE))).figures[0]?.measured).toBe('2.00')
})

it('what has no target may vary', async () => {
  const measure = async () => [sampled('it', LARGE, undefined, ratio)]
  expect(await steady(measure)).toMatchObject({ again: 0 })
})

it('the spread is what the middle half reaches to either side', () => {
  expect(sampled('it', [8, 9, 10, 11, 100], undefined, ratio)).toMatchObject({
    measured: '10.00',
    spread: 0.1,
  })
})
