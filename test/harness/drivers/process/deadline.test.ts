import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startDeadline } from '../../../../harness/drivers/process/deadline.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate'] }))
afterEach(() => void vi.useRealTimers())

const SECOND = 1_000
/** A call that may take eight seconds, and makes a request now and then. */
function begin(patience: { readonly goesOn: boolean }) {
  let count = 0
  const passed = vi.fn()
  const exchanged = patience.goesOn ? () => count : undefined
  const end = startDeadline({ deadlineMilliseconds: 8 * SECOND, exchanged }, passed)
  return {
    passed,
    end,
    request: () => {
      count += 1
    },
  }
}

test('a call that makes no request has its time, and no more', async () => {
  const { passed } = begin({ goesOn: true })
  await vi.advanceTimersByTimeAsync(7 * SECOND)
  expect(passed).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1.5 * SECOND)
  expect(passed).toHaveBeenCalledTimes(1)
})

test('the time of one that goes on making requests runs anew from each', async () => {
  const { passed, request } = begin({ goesOn: true })
  for (let requests = 0; requests < 5; requests += 1) {
    await vi.advanceTimersByTimeAsync(6 * SECOND)
    request()
  }
  await vi.advanceTimersByTimeAsync(7 * SECOND)
  expect(passed).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(3 * SECOND)
  expect(passed).toHaveBeenCalledTimes(1)
})

test('one that never ends is given up all the same', async () => {
  const { passed, request } = begin({ goesOn: true })
  for (let requests = 0; requests < 95; requests += 1) {
    await vi.advanceTimersByTimeAsync(SECOND)
    request()
  }
  expect(passed).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(2 * SECOND)
  expect(passed).toHaveBeenCalledTimes(1)
})

test('nothing prolongs a call whose requests do not count', async () => {
  const { passed, request } = begin({ goesOn: false })
  await vi.advanceTimersByTimeAsync(6 * SECOND)
  request()
  await vi.advanceTimersByTimeAsync(3 * SECOND)
  expect(passed).toHaveBeenCalledTimes(1)
})

test('one that has come out is not given up any more', async () => {
  const { passed, end } = begin({ goesOn: true })
  await vi.advanceTimersByTimeAsync(7 * SECOND)
  end()
  await vi.advanceTimersByTimeAsync(20 * SECOND)
  expect(passed).not.toHaveBeenCalled()
})
