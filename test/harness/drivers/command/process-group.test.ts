import { type ChildProcess, fork } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDriver } from '../../../../harness/drivers/open-driver.ts'
import { aCall } from '../fixtures/a-call.ts'
import { type Lives, listenForLives } from '../fixtures/listen-for-lives.ts'

const fixture = (name: string) => new URL(`../fixtures/${name}`, import.meta.url).pathname

let lives: Lives
let harness: ChildProcess | undefined

beforeEach(async () => {
  lives = await listenForLives()
})
afterEach(() => {
  vi.useRealTimers()
  lives.close()
  harness?.kill('SIGKILL')
  harness = undefined
})

/** A driver of a command that has a child, which lives until somebody kills it. */
function openForking(...then: readonly string[]) {
  const prefix = [process.execPath, fixture('fork-and.ts'), String(lives.port), ...then]
  return openDriver({ kind: 'command', prefix, cwd: '/' })
}

describe("a command's children end", () => {
  test('when its deadline passes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const driver = await openForking('wait')
    const calling = driver.call(aCall({ deadlineMilliseconds: 5000 }))
    const child = await lives.next()
    vi.advanceTimersByTime(5000)
    expect(await calling).toMatchObject({
      kind: 'timed-out',
      afterMilliseconds: 5000,
      stdout: 'started\n',
    })
    await child.ended
    await driver.close()
  })

  test.each(['inherit', 'ignore'])('when it has answered (their output: %s)', async (stdio) => {
    const driver = await openForking('answer', stdio)
    const calling = driver.call(aCall())
    const child = await lives.next()
    expect(await calling).toMatchObject({ kind: 'answered', value: { success: true } })
    await child.ended
    await driver.close()
  })

  test('when the driver is closed', async () => {
    const driver = await openForking('wait')
    const calling = driver.call(aCall())
    const child = await lives.next()
    await driver.close()
    await child.ended
    expect(await calling).toMatchObject({ kind: 'crashed', exitCode: null, signal: 'SIGKILL' })
  })

  test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'when the harness ends by %s',
    async (signal) => {
      harness = fork(fixture('call-a-command.ts'), [String(lives.port)])
      const child = await lives.next()
      harness.kill(signal)
      await child.ended
    },
  )

  test('when the worker thread of the harness is terminated', async () => {
    harness = fork(fixture('call-a-command.ts'), [String(lives.port), 'in a worker thread'])
    const child = await lives.next()
    harness.send('end')
    await child.ended
  })
})

test('a child that left the group and keeps the output open holds nobody up, and ends with the driver', async () => {
  const driver = await openForking('answer and leave a daemon', 'inherit')
  const calling = driver.call(aCall())
  const child = await lives.next()
  expect(await calling).toMatchObject({ kind: 'answered', value: { success: true } })
  await driver.close()
  // It is known by a variable, which only Linux shows.
  if (process.platform === 'linux') await child.ended
})

test('a command that takes more memory than it may is ended for it', async () => {
  const prefix = [
    'python3',
    '-c',
    'kept = [b"x" * 1_000_000 * (1 + i % 2) for i in range(100_000)]',
  ]
  const target = { kind: 'command', prefix, cwd: '/' } as const
  const driver = await openDriver(target, { memoryBytes: 100 * 1_024 ** 2 })
  const outcome = await driver.call(aCall({ deadlineMilliseconds: 60_000 }))
  expect(outcome).toMatchObject({ kind: 'crashed', signal: 'SIGKILL' })
  expect(outcome).toHaveProperty('why', expect.stringMatching(/^it took \d+ MB of memory, more /))
  await driver.close()
})
