import { expect, it } from 'vitest'
import { SharedAmong } from '../../../harness/run/at-once.ts'

/** A check that ends when it is told to. */
function started(shared: SharedAmong) {
  let end = () => {}
  const ended = shared.during(() => new Promise<void>((resolve) => (end = resolve)))
  return {
    end: () => {
      end()
      return ended
    },
  }
}

it('checks share what is done at once, and what one leaves falls to the others', async () => {
  const shared = new SharedAmong(10)
  const first = started(shared)
  expect(shared.each).toBe(10)
  const others = [started(shared), started(shared)]
  expect(shared.each).toBe(3)
  await first.end()
  expect(shared.each).toBe(5)
  await Promise.all(others.map(({ end }) => end()))
})

it('each check has a case, however many checks there are', async () => {
  const shared = new SharedAmong(2)
  const all = [started(shared), started(shared), started(shared)]
  expect(shared.each).toBe(1)
  await Promise.all(all.map(({ end }) => end()))
})

it('a check that throws leaves its share too', async () => {
  const shared = new SharedAmong(4)
  const trouble = Promise.reject(new Error('trouble'))
  await expect(shared.during(() => trouble)).rejects.toThrow('trouble')
  const other = started(shared)
  expect(shared.each).toBe(4)
  await other.end()
})
