import { describe, expect, it } from 'vitest'
import { BegunEarly } from '../../../harness/engine/begun-early.ts'

/** Cases that end when they are told to, in whatever order. */
function cases(atOnce: number) {
  const begun: string[] = []
  const room = { atOnce }
  const ends = new Map<unknown, (result: string) => void>()
  const early = new BegunEarly(
    () => room.atOnce,
    (example, place) => {
      begun.push(`${example} at ${place}`)
      return { result: new Promise<string>((resolve) => ends.set(example, resolve)) }
    },
  )
  return { early, begun, room, end: (example: string) => ends.get(example)?.(`end of ${example}`) }
}

describe('cases that are begun early', () => {
  it('are so many at once, and another begins as one is taken', () => {
    const { early, begun } = cases(2)
    early.expect(() => ['a', 'b', 'c', 'd'])
    expect(begun).toEqual([])
    early.take('a')
    expect(begun).toEqual(['a at 0', 'b at 1'])
    early.take('b')
    expect(begun).toEqual(['a at 0', 'b at 1', 'c at 2'])
  })

  it('are taken in their order, whichever ends first', async () => {
    const { early, end } = cases(2)
    early.expect(() => ['a', 'b'])
    const first = early.take('a')
    end('b')
    end('a')
    expect(await first?.result).toBe('end of a')
    expect(await early.take('b')?.result).toBe('end of b')
  })

  it('are none where a case comes that was not expected', () => {
    const { early, begun } = cases(2)
    early.expect(() => ['a', 'b', 'c', 'd'])
    early.take('a')
    expect(early.take('x')).toBeUndefined()
    expect(early.take('b')).toBeUndefined()
    expect(begun).toEqual(['a at 0', 'b at 1', 'c at 2'])
  })

  it('are none where one at a time is under way', () => {
    const { early, begun } = cases(1)
    early.expect(() => ['a', 'b'])
    expect(early.take('a')).toBeUndefined()
    expect(begun).toEqual([])
  })

  it('are more as soon as there is room for more', () => {
    const { early, begun, room } = cases(1)
    early.expect(() => ['a', 'b', 'c', 'd'])
    early.take('a')
    room.atOnce = 2
    early.take('b')
    expect(begun).toEqual(['b at 1', 'c at 2'])
    room.atOnce = 1
    early.take('c')
    expect(early.take('d')).toBeUndefined()
    expect(begun).toEqual(['b at 1', 'c at 2'])
  })

  it('are not made before there is room for them', () => {
    const { early, room } = cases(1)
    let made = 0
    early.expect(() => {
      made += 1
      return ['a', 'b']
    })
    early.take('a')
    expect(made).toBe(0)
    room.atOnce = 2
    early.take('b')
    expect(made).toBe(1)
  })

  it('are over before what was not taken is settled, failed or not', async () => {
    const end = async (example: unknown) => {
      if (example === 'b') throw new Error('trouble')
      return `end of ${example}`
    }
    const early = new BegunEarly(
      () => 3,
      (example) => ({ result: end(example) }),
    )
    early.expect(() => ['a', 'b', 'c'])
    expect(await early.take('a')?.result).toBe('end of a')
    await expect(early.settled()).resolves.toBeUndefined()
  })
})
