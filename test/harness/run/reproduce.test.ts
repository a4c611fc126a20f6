import { describe, expect, it, onTestFinished } from 'vitest'
import type { Target } from '../../../harness/drivers/target.ts'
import type { Failure } from '../../../harness/engine/failures/failure.ts'
import { openScene } from '../../../harness/run/reproduce.ts'
import { madeFailure } from '../../support/made-failure.ts'

type LatestCall = NonNullable<Failure['latestCall']>

const ABC: Target = { kind: 'module', specifier: 'abc', from: '.' }
const CALL: LatestCall = { method: 'ping', arguments: [], change: {}, elsewhere: false }

async function sceneOf(change: Partial<Failure>, target = ABC) {
  const scene = await openScene(madeFailure(change), { target })
  onTestFinished(scene.close)
  return scene
}

/** The connection and configuration that a command holds; there are no quotes within them. */
function settingsIn(command: string) {
  const [connection = '', configuration = ''] = [...command.matchAll(/'(\{.*?\})'/g)].map(
    ([, json]) => JSON.parse(json ?? ''),
  )
  return { connection, configuration }
}

describe('the scene of a failure', () => {
  it('is the state before the call, with an account of its own', async () => {
    const { mock, command } = await sceneOf({})
    expect(mock.control.settings().dataSet).toEqual({ rows: 3, seed: 1 })
    const { connection, configuration } = settingsIn(command)
    expect(connection).toMatchObject({ host: mock.host, port: mock.port, scheme: 'http' })
    const { username = '', password = '' } = mock.account.credentials
    expect(configuration).toEqual({ auth: { username, password } })
    expect(command).toMatch(/^npx connector-contract transmit abc .* results a 1 2$/)
  })

  it('comes back once calls have changed it', async () => {
    const { mock, restore } = await sceneOf({})
    const before = mock.control.snapshot()
    mock.control.patchSettings({ maxPageSize: 1 })
    await mock.control.createSearch({ query: 'SELECT * FROM events' })
    restore()
    expect(mock.control.snapshot()).toEqual(before)
  })

  it("is called with the user's own command, where that is the target", async () => {
    const { command } = await sceneOf(
      {},
      { kind: 'command', prefix: ['node', 'my main.js'], cwd: '.' },
    )
    expect(command).toMatch(/^node 'my main.js' '\{.*\}' results a 1 2$/)
  })

  it('holds what the case changed about the connection', async () => {
    const change = {
      connection: { port: 2, options: { timeout: 1 } },
      credentials: { password: 'wrong' },
    }
    const { command } = await sceneOf({ latestCall: { ...CALL, change } })
    const { connection, configuration } = settingsIn(command)
    expect(connection).toMatchObject({ port: 2, options: { timeout: 1 } })
    expect(configuration.auth.password).toBe('wrong')
  })

  it('is without a certificate to trust, where the case was', async () => {
    const whole = await sceneOf({ scheme: 'https', latestCall: { ...CALL } })
    expect(settingsIn(whole.command).connection.selfSignedCert).toBe(whole.mock.certificate)
    const change = { without: ['selfSignedCert'] }
    const without = await sceneOf({ scheme: 'https', latestCall: { ...CALL, change } })
    expect(settingsIn(without.command).connection).not.toHaveProperty('selfSignedCert')
  })

  it('has its own credentials where the case had those of its session', async () => {
    const { snapshot } = madeFailure()
    const spec = { kind: 'api-error', code: 1020, message: 'no: {{password, plain}}' }
    const fault = { id: 'fault-1', spec, seen: 0, struck: 0, random: [1, 2, 3, 4] }
    const { mock } = await sceneOf({ snapshot: { ...snapshot, faults: [fault], faultsAdded: 1 } })
    expect(mock.control.faults()[0]?.spec).toMatchObject({
      message: `no: ${mock.account.credentials['password']}`,
    })
  })
})

describe('a call that cannot be made by hand', () => {
  it.each([
    ['needs a second data source', { latestCall: { ...CALL, elsewhere: true } }],
    ['has no call', { latestCall: undefined }],
    [
      'on a command line',
      { latestCall: { ...CALL, arguments: ['a\0b'], method: 'query' as const } },
    ],
  ])('%s: says so, and points to replay', async (words, change) => {
    const refused = openScene({ ...madeFailure(), ...change } as Failure, { target: ABC })
    await expect(refused).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(words),
      hint: expect.stringContaining('npx connector-contract replay 1a2b3c4d'),
    })
  })

  it('since it is of another data source: says so', async () => {
    const data_source = { name: 'ledger-watch', hash: null, file: './ledger.ts' }
    const opening = openScene(madeFailure({ data_source }), { target: ABC })
    await expect(opening).rejects.toMatchObject({
      exitCode: 3,
      message: 'the state of 1a2b3c4d is of ledger-watch',
    })
  })

  it('since the state is of another version: says so, and points to verify', async () => {
    const snapshot = { settings: {}, format: 'connector-contract mock 0' }
    await expect(openScene(madeFailure({ snapshot }), { target: ABC })).rejects.toMatchObject({
      exitCode: 3,
      hint: expect.stringContaining('verify'),
    })
  })
})
