import { describe, expect, it } from 'vitest'
import { isSmaller } from '../../../../harness/engine/found/judged-answers.ts'

describe('a case is smaller than another', () => {
  it.each([
    [
      'with fewer calls, however long it is',
      { calls: 1, example: 'x'.repeat(99) },
      { calls: 2, example: 'x' },
    ],
    [
      'with as many calls, where its text is shorter',
      { calls: 1, example: [1] },
      { calls: 1, example: [1, 2] },
    ],
    [
      'by its text, where nothing else tells them apart',
      { calls: 1, example: 'a' },
      { calls: 1, example: 'b' },
    ],
    [
      'where JSON has no text for it at all',
      { calls: 1, example: undefined },
      { calls: 1, example: null },
    ],
  ])('%s', (_how, one, other) => {
    expect(isSmaller(one, other)).toBe(true)
    expect(isSmaller(other, one)).toBe(false)
  })

  it('but not than itself', () => {
    expect(isSmaller({ calls: 1, example: 'a' }, { calls: 1, example: 'a' })).toBe(false)
  })
})
