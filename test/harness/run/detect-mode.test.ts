import { describe, expect, it } from 'vitest'
import type { Driver, Outcome } from '../../../harness/drivers/driver.ts'
import { TargetError } from '../../../harness/errors.ts'
import type { Mode } from '../../../harness/kit/requests.ts'
import { detectMode } from '../../../harness/run/detect-mode.ts'
import { drivenTo, request, type Toy, toyDriver } from '../../support/toy-driver.ts'
import { withSession } from '../../support/toy-session.ts'

async function modeOf(driver: Driver): Promise<Mode> {
  let mode: Mode | undefined
  await withSession(driver, async (session) => {
    mode = await detectMode(session)
  })
  return mode ?? expect.unreachable()
}

const makesSearch: Toy['query'] = async (call) => {
  await request(call, '/searches', { method: 'POST', body: { query: call.arguments[0] } })
}
const throws: Toy['is_async'] = () => {
  throw new Error('no')
}

describe('the mode of a connector', () => {
  it.each([
    [true, 'asynchronous'],
    [false, 'synchronous'],
  ])('is what is_async says: %j is %s', async (answer, mode) => {
    const query = () => expect.unreachable()
    expect(await modeOf(toyDriver({ is_async: () => answer, query }))).toBe(mode)
  })

  it.each(['true', 'false', 1, null, { success: true }])(
    'is seen from its query where is_async says %j',
    async (answer) => {
      const is_async = () => answer
      expect(await modeOf(toyDriver({ is_async, query: makesSearch }))).toBe('asynchronous')
      const query: Toy['query'] = ({ arguments: [text] }) => ({ success: true, search_id: text })
      expect(await modeOf(toyDriver({ is_async, query }))).toBe('synchronous')
    },
  )

  it('is seen from its query where is_async throws', async () => {
    expect(await modeOf(toyDriver({ is_async: throws, query: makesSearch }))).toBe('asynchronous')
  })
})

describe('a connector of which nothing can be learnt', () => {
  it.each<readonly [Outcome, string]>([
    [{ kind: 'crashed', exitCode: 1, signal: null }, 'is_async gives a crash with exit code 1'],
    [{ kind: 'no-value', reason: 'nothing' }, 'is_async gives no value: nothing'],
    [{ kind: 'timed-out', afterMilliseconds: 9 }, 'is_async gives no answer within 9 ms'],
    [{ kind: 'threw', message: 'Error: no' }, 'is_async gives an exception: Error: no'],
    [{ kind: 'could-not-start', reason: 'EACCES' }, 'the connector does not start: EACCES'],
  ])('ends the run (%#)', async (outcome, message) => {
    await expect(modeOf(drivenTo(outcome))).rejects.toThrow(TargetError)
    await expect(modeOf(drivenTo(outcome))).rejects.toThrow(message)
  })

  it('ends the run where it refuses the connection whatever is asked', async () => {
    const refuses = () => ({
      success: false,
      error: `unexpected 'scheme' ${'and more '.repeat(100)}at its end`,
      code: 'invalid_parameter',
    })
    const mode = modeOf(toyDriver({ is_async: refuses, query: refuses }))
    await expect(mode).rejects.toThrow(
      /answers \{"success":false,.*unexpected 'scheme'.*at its end.*nothing to verify/,
    )
    await expect(mode).rejects.toThrow(TargetError)
  })

  const crash: Outcome = { kind: 'crashed', exitCode: 1, signal: null }

  it('is shown with the last line that it wrote to standard error', async () => {
    const traceback = 'Traceback\n  line 1\nModuleNotFoundError: No module named "abc"\n'
    await expect(modeOf(drivenTo(crash, traceback))).rejects.toMatchObject({
      hint: 'ModuleNotFoundError: No module named "abc"',
    })
  })

  it.each(['', '\n \n'])('is shown with advice where it wrote nothing: %j', async (stderr) => {
    await expect(modeOf(drivenTo(crash, stderr))).rejects.toMatchObject({
      hint: 'Run one method by hand and see what it prints.',
    })
  })

  it('is shown without the credentials that it wrote', async () => {
    const driver = toyDriver(
      {},
      {
        call: async ({ configuration: { auth } }) => ({
          ...crash,
          stdout: '',
          stderr: `denied ${auth['password']}\u001b[2J`,
        }),
      },
    )
    await expect(modeOf(driver)).rejects.toMatchObject({
      hint: String.raw`denied <the password>\u001b[2J`,
    })
  })
})
