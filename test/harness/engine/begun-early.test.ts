import { describe, expect, it } from 'vitest'
import { BegunEarly } from '../../../harness/engine/begun-early.ts'

/** Cases that end when they are told to, in whatever order. */
function cases(atOnce: number) {
  const begun: string[] = []
  const ends = new Map<unknown, (result: string) => void>()
  const early = new BegunEarly<string>(atOnce, (example, place) => {
    begun.push(`${example} at ${place}`)
    return new Promise((resolve) => ends.set(example, resolve))
  })
  return { early, begun, end: (example: string) => ends.get(example)?.(`end of ${example}`) }
}

describe('cases that are begun early', () => {
  it('are so many at once, and another begins as one is taken', () => {
    const { early, begun } = cases(2)
    early.expect(['a', 'b', 'c', 'd'])
    expect(begun).toEqual([])
    early.take('a')
    expect(begun).toEqual(['a at 0', 'b at 1'])
    early.take('b')
    expect(begun).toEqual(['a at 0', 'b at 1', 'c at 2'])
  })

  it('are taken in their order, whichever ends first', async () => {
    const { early, end } = cases(2)
    early.expect(['a', 'b'])
    const first = early.take('a')
    end('b')
    end('a')
    expect(await first).toBe('end of a')
    expect(await early.take('b')).toBe('end of b')
  })

  it('are none where a case comes that was not expected', () => {
    const { early, begun } = cases(2)
    early.expect(['a', 'b', 'c', 'd'])
    early.take('a')
    expect(early.take('x')).toBeUndefined()
    expect(early.take('b')).toBeUndefined()
    expect(begun).toEqual(['a at 0', 'b at 1', 'c at 2'])
  })

  it('are none where one at a time is under way', () => {
    const { early, begun } = cases(1)
    early.expect(['a', 'b'])
    expect(early.take('a')).toBeUndefined()
    expect(begun).toEqual([])
  })

  it('are over before what was not taken is settled, failed or not', async () => {
    const early = new BegunEarly<string>(3, async (example) => {
      if (example === 'b') throw new Error('trouble')
      return `end of ${example}`
    })
    early.expect(['a', 'b', 'c'])
    expect(await early.take('a')).toBe('end of a')
    await expect(early.settled()).resolves.toBeUndefined()
  })
})
