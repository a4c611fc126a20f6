import { describe, expect, test } from 'vitest'
import type { Call, Driver, Outcome } from '../../../harness/drivers/driver.ts'
import { lessPatient } from '../../../harness/drivers/less-patient.ts'

const ANSWERED: Outcome = { kind: 'answered', value: { success: true } }
const HANGS: Outcome = { kind: 'timed-out', afterMilliseconds: 4_000 }
const PING: Call = {
  connection: { host: '127.0.0.1', port: 1 },
  configuration: { auth: {} },
  method: 'ping',
  arguments: [],
  deadlineMilliseconds: 4_000,
}

/** Calls `ping` so often; the deadlines that the driver below was given. */
async function deadlinesOf(outcomes: readonly Outcome[], call = PING): Promise<number[]> {
  const given: number[] = []
  const below = {
    call: async ({ deadlineMilliseconds }: Call) => {
      given.push(deadlineMilliseconds)
      const outcome = outcomes[given.length - 1] ?? HANGS
      return { ...outcome, stdout: '', stderr: '' }
    },
  } as Driver
  const driver = lessPatient(below)
  for (const _ of outcomes) await driver.call(call)
  return given
}

describe('a method that has never answered', () => {
  test('is waited for as long as it may take three times, and then a quarter of that', async () => {
    expect(await deadlinesOf([HANGS, HANGS, HANGS, HANGS, HANGS])).toEqual([
      4_000, 4_000, 4_000, 1_000, 1_000,
    ])
  })

  test('is waited for as long as ever once in a while', async () => {
    const given = await deadlinesOf(Array.from({ length: 11 }, () => HANGS))
    expect(given.slice(5)).toEqual([4_000, 1_000, 1_000, 1_000, 1_000, 4_000])
  })

  test('has half a second, or what it has anyway', async () => {
    const four = [HANGS, HANGS, HANGS, HANGS]
    expect((await deadlinesOf(four, { ...PING, deadlineMilliseconds: 1_000 })).at(-1)).toBe(500)
    expect((await deadlinesOf(four, { ...PING, deadlineMilliseconds: 300 })).at(-1)).toBe(300)
  })
})

test('a method that has answered once is waited for as long as ever', async () => {
  const given = await deadlinesOf([HANGS, ANSWERED, HANGS, HANGS, HANGS, HANGS])
  expect(new Set(given)).toEqual(new Set([4_000]))
})

test('a method does not pay for another one', async () => {
  const given: [string, number][] = []
  const below = {
    call: async ({ method, deadlineMilliseconds }: Call) => {
      given.push([method, deadlineMilliseconds])
      return { ...HANGS, stdout: '', stderr: '' }
    },
  } as Driver
  const driver = lessPatient(below)
  for (let call = 0; call < 4; call += 1) await driver.call(PING)
  await driver.call({ ...PING, method: 'is_async' })
  expect(given.at(-1)).toEqual(['is_async', 4_000])
})
