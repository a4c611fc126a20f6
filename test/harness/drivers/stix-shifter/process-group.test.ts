import { type ChildProcess, fork } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCall } from '../fixtures/a-call.ts'
import { type Lives, listenForLives } from '../fixtures/listen-for-lives.ts'
import { behave, openStandIn } from './open-stand-in.ts'

let lives: Lives
let harness: ChildProcess | undefined

beforeEach(async () => {
  lives = await listenForLives()
})
afterEach(() => {
  lives.close()
  harness?.kill('SIGKILL')
  harness = undefined
})

const connection = () => ({ host: '127.0.0.1', port: lives.port })

describe("a connector's children end", () => {
  test.each([
    ['has answered', 'leave a child', { kind: 'answered', value: true }],
    ['has crashed', 'leave a child and exit', { kind: 'crashed', exitCode: 0 }],
    ['is late', 'leave a child and hang', { kind: 'timed-out' }],
  ])('when its call %s', async (_when, behaviour, outcome) => {
    const driver = await openStandIn()
    const given = { connection: connection(), deadlineMilliseconds: 3_000 }
    const calling = behave(driver, behaviour, given)
    const child = await lives.next()
    expect(await calling).toMatchObject(outcome)
    await child.ended
    expect(await driver.call(aCall())).toMatchObject({ kind: 'answered' })
    await driver.close()
  })

  test('and are not left as zombies, in a process that goes on', async () => {
    const driver = await openStandIn()
    const left = await behave(driver, 'leave a zombie')
    await behave(driver, 'has children') // in the other process
    const later = await behave(driver, 'has children')
    const process = left.kind === 'answered' ? left.value : undefined
    expect(later).toMatchObject({ kind: 'answered', value: [process, false] })
    await driver.close()
  })

  test('when the driver is closed', async () => {
    const driver = await openStandIn()
    const calling = behave(driver, 'leave a child and hang', { connection: connection() })
    const child = await lives.next()
    await driver.close()
    await child.ended
    expect(await calling).toMatchObject({ kind: 'crashed', signal: 'SIGKILL' })
  })

  test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'when the harness ends by %s',
    async (signal) => {
      const script = new URL('./fixtures/call-and-hang.ts', import.meta.url)
      harness = fork(script, [String(lives.port)])
      const child = await lives.next()
      harness.kill(signal)
      await child.ended
    },
  )
})
