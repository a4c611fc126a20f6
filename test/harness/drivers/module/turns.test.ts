import { expect, test } from 'vitest'
import { Turns } from '../../../../harness/drivers/module/turns.ts'

/** Calls that end when they are told to, and how many of them are under way. */
function calls() {
  const ends: (() => void)[] = []
  let begun = 0
  const call = () =>
    new Promise<number>((resolve) => {
      const mine = ++begun
      ends.push(() => resolve(mine))
    })
  return { call, begun: () => begun, end: () => ends.shift()?.() }
}

test('calls overlap', async () => {
  const { call, begun, end } = calls()
  const turns = new Turns()
  const both = [turns.run(call), turns.run(call)]
  expect(begun()).toBe(2)
  end()
  end()
  expect(await Promise.all(both)).toEqual([1, 2])
})

test('once turns are taken, a call waits for the one before it', async () => {
  const { call, begun, end } = calls()
  const turns = new Turns()
  turns.take()
  const first = turns.run(call)
  const second = turns.run(call)
  await Promise.resolve()
  expect(begun()).toBe(1)
  end()
  expect(await first).toBe(1)
  end()
  expect(await second).toBe(2)
})
