import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Driver } from '../../../../../harness/drivers/driver.ts'
import { openDriver } from '../../../../../harness/drivers/open-driver.ts'
import { TargetError } from '../../../../../harness/errors.ts'
import { aCall } from '../../fixtures/a-call.ts'
import { listenForLives } from '../../fixtures/listen-for-lives.ts'

const from = new URL('../../fixtures', import.meta.url).pathname
const target = { kind: 'module', specifier: './hostile-connector.ts', from } as const
const MEMORY = 200 * 1_024 ** 2

let driver: Driver
beforeEach(async () => {
  driver = await openDriver(target, { memoryBytes: MEMORY })
})
afterEach(() => driver.close())

const behaving = (name: string, given: Parameters<typeof aCall>[0] = {}) =>
  aCall({ method: 'query', arguments: [name], ...given })
const IS_ASYNC = aCall({ method: 'is_async' })

/** Makes calls in a process that nobody else has. */
function alone<Result>(work: (lent: Driver) => Promise<Result>): Promise<Result> {
  if (driver.apart === undefined) throw new Error('this driver lends no process')
  return driver.apart.run(work, { fresh: true })
}

describe('a connector that harms its process', { timeout: 60_000 }, () => {
  test.each([
    ['loop', { kind: 'timed-out', afterMilliseconds: 500 }],
    ['abort', { kind: 'crashed', exitCode: null, signal: 'SIGABRT' }],
    ['kill itself', { kind: 'crashed', exitCode: null, signal: 'SIGKILL' }],
    ['leave past process.exit', { kind: 'crashed', exitCode: 0, signal: null }],
  ])('%s: its call is told so, and the next one is served', async (name, outcome) => {
    await alone(async (lent) => {
      const result = await lent.call(behaving(name, { deadlineMilliseconds: 500 }))
      expect(result).toMatchObject(outcome)
      expect(result.disturbed).toBeUndefined()
      expect(await lent.call(IS_ASYNC)).toMatchObject({ kind: 'answered', value: true })
    })
  })

  test.each([
    ['take all memory', /^it took \d+ MB of memory, more than --memory allows \(200 MB\)$/],
    ['close what carries its answer', /^it closed the descriptor that it answers on$/],
  ])('%s: it is ended, with the reason', async (name, why) => {
    const result = await alone((lent) => lent.call(behaving(name)))
    expect(result).toMatchObject({ kind: 'crashed', why: expect.stringMatching(why) })
  })

  test('disturbs whoever shares the process, and is not told from them', async () => {
    const beside = driver.call(behaving('wait a while'))
    const harming = driver.call(behaving('abort'))
    expect(await beside).toMatchObject({ kind: 'crashed', disturbed: true })
    expect(await harming).toMatchObject({ kind: 'crashed', disturbed: true })
    expect(await driver.call(IS_ASYNC)).toMatchObject({ kind: 'answered', value: true })
  })

  test('changes what all share: the next call has another process', async () => {
    const before = await driver.call(behaving('say what its process is'))
    const beside = driver.call(behaving('wait a while'))
    const result = await driver.call(behaving('replace a method of the language'))
    expect(result).toMatchObject({ kind: 'answered', value: 'replaced', disturbed: true })
    expect(await beside).toMatchObject({ disturbed: true })
    expect(await driver.call(IS_ASYNC)).toMatchObject({ value: true })
    const after = await driver.call(behaving('say what its process is'))
    if (before.kind !== 'answered' || after.kind !== 'answered') throw new Error('no answer')
    expect(after.value).not.toBe(before.value)
  })

  test.each([
    ['leave after it has answered', 'after query had answered: process.exit(0)'],
    ['leave a rejection behind', 'after query had answered: Uncaught: Error: left behind'],
  ])('%s: that is told of the run', async (name, deed) => {
    expect(await driver.call(behaving(name))).toMatchObject({ value: 'answered' })
    await vi.waitFor(() => expect(driver.deeds?.()).toEqual([deed]))
  })

  test('is given a process for each case, once sharing has done harm five times', async () => {
    for (let harm = 0; harm < 5; harm += 1) {
      expect(driver.apart?.isBetter()).toBe(false)
      await Promise.all([driver.call(behaving('abort')), driver.call(behaving('wait a while'))])
    }
    expect(driver.apart?.isBetter()).toBe(true)
  })

  test('is told of where harm was done in company, and never alone', async () => {
    await Promise.all([driver.call(behaving('abort')), driver.call(behaving('wait a while'))])
    expect(driver.deeds?.()).toEqual([
      'while several of its methods ran, and not when they ran alone: its process ended',
    ])
  })
})

test.skipIf(process.platform !== 'linux')(
  'a child that a connector has detached ends with the driver',
  async () => {
    const lives = await listenForLives()
    const environment = { PORT_OF_TEST: String(lives.port) }
    const life = lives.next()
    expect(await driver.call(behaving('leave a child behind', { environment }))).toMatchObject({
      value: 'spawned',
    })
    const child = await life
    await driver.close()
    await child.ended
    lives.close()
  },
)

describe('a module that is harmful as it loads is refused, with the reason', () => {
  const folder = mkdtempSync(join(tmpdir(), 'connector-contract-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each([
    ['process.exit(0)', 'it ended its process with exit code 0'],
    ['process.abort()', 'its process ended by SIGABRT'],
    ['for (;;);', 'it is not loaded within 0.5 s'],
    ['await new Promise(() => setInterval(() => {}, 1000))', 'it is not loaded within 0.5 s'],
  ])('%s', async (source, why) => {
    const path = join(folder, `${createHash('sha256').update(source).digest('hex')}.mjs`)
    writeFileSync(path, `${source}\nexport default () => ({})\n`)
    const bounds = why.startsWith('it is not') ? { loadMilliseconds: 500 } : {}
    const opening = openDriver({ kind: 'module', specifier: path, from }, bounds)
    await expect(opening).rejects.toThrow(TargetError)
    await expect(opening).rejects.toThrow(`cannot be loaded: ${why}.`)
  })
})
