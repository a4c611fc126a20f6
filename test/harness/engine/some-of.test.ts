import fc from 'fast-check'
import { expect, it } from 'vitest'
import { someOf } from '../../../harness/engine/some-of.ts'

const items = fc.uniqueArray(fc.integer(), { maxLength: 60 })
const most = fc.nat({ max: 70 })

it('takes so many of a list, in its order, and all of one that is no longer', () => {
  fc.assert(
    fc.property(items, most, fc.string(), (list, number, seed) => {
      const some = someOf(list, number, seed)
      expect(some).toHaveLength(Math.min(list.length, number))
      expect(some).toEqual(list.filter((item) => some.includes(item)))
      expect(someOf(list, number, seed)).toEqual(some)
    }),
  )
})

it('takes others with another seed, so that several seeds meet them all', () => {
  const list = Array.from({ length: 40 }, (_, index) => index)
  const met = new Set(Array.from({ length: 60 }, (_, seed) => someOf(list, 4, String(seed))).flat())
  expect(met.size).toBe(list.length)
})
