import { once } from 'node:events'
import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConnectorFolder } from '../../support/connector-folder.ts'
import { madeFailure } from '../../support/made-failure.ts'

/** Starts `reproduce`; resolves when it has printed the call to paste. */
async function reproduce(folder: ConnectorFolder, id: string) {
  const child = folder.start('reproduce', id)
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    printed += piece
  })
  const exit = once(child, 'exit')
  await expect
    .poll(() => printed.includes('Ctrl-C') || child.exitCode !== null, { timeout: 30_000 })
    .toBe(true)
  const lines = printed.split('\n')
  const command = lines[lines.findIndex((line) => line.startsWith('Paste')) + 2] ?? ''
  return {
    command,
    printed: () => printed,
    /** What has been printed since the call to paste. */
    since: () => printed.slice(printed.indexOf('Ctrl-C')),
    enter: () => child.stdin.write('\n'),
    async stop(signal: NodeJS.Signals) {
      child.kill(signal)
      return exit
    },
  }
}

/** Verifies one clause, and gives what was found. */
async function found(folder: ConnectorFolder, ...words: readonly string[]) {
  const report = join(folder.path, 'report.json')
  await folder.run('verify', '--jobs', '1', '--runs', '1', '--json', report, ...words)
  const [run] = JSON.parse(await readFile(report, 'utf8')).runs
  const [{ id, actual, transcript }] = run.violations
  return { id, actual, answer: transcript.at(-1).answer }
}

// Each run is a process with workers of its own; several at once would only wait for each other.
describe('reproduce', { timeout: 120_000 }, () => {
  it('prints the call that gives the very same wrong answer, and shows its requests', async () => {
    const folder = await ConnectorFolder.make()
    await folder.writeConnector(
      'mine.ts',
      'results: (id, offset, length) => correct.results(id, offset, Number(length) + 1)',
    )
    const { id, actual } = await found(folder, './mine.ts', '--only', 'PAGE-1')
    const scene = await reproduce(folder, id)
    expect(scene.printed()).toContain(`    Actual    ${actual}\n`)

    const { stdout, exitCode } = await folder.paste(scene.command)
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('"success":true'),
    })
    const keys = JSON.parse(stdout).data.map((row: { id: string }) => row.id)
    expect(`rows ${keys.join(', ')}`).toBe(actual)
    await expect.poll(() => scene.since()).toMatch(/→ GET \/api\/v1\/searches\/[^←]*\n← 200/)
    expect(await scene.stop('SIGINT')).toEqual([0, null])

    const written = await folder.run('reproduce', id, '--scenario', 'bug.yaml')
    expect(written.stdout).toContain('bug.yaml is written.')
    const elsewhere = await ConnectorFolder.make()
    for (const file of ['bug.yaml', 'mine.ts']) {
      await copyFile(join(folder.path, file), join(elsewhere.path, file))
    }
    const wrong = await elsewhere.run('verify', './mine.ts', '--scenario', 'bug.yaml')
    expect(wrong).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('✗ PAGE-2  MUST') })
    const right = await elsewhere.run('verify', 'abc', '--scenario', 'bug.yaml')
    expect(right).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('The answer is right'),
    })
  })

  it("prints the user's own command, and brings the state back at a line from the user", async () => {
    const folder = await ConnectorFolder.make()
    await folder.writeConnector(
      'mine.ts',
      `query: async (query) => {
        const answer = await correct.query(query)
        return { ...answer, search_id: 'x-' + answer.search_id }
      }`,
    )
    const prefix = ['node', 'node_modules/.bin/connector-contract', 'transmit', './mine.ts']
    const { id, answer } = await found(folder, '--http', '--only', 'MODE-2', '--', ...prefix)
    const scene = await reproduce(folder, id)
    expect(scene.command.startsWith(prefix.join(' '))).toBe(true)
    const first = await folder.paste(scene.command)
    expect(JSON.parse(first.stdout)).toEqual(JSON.parse(answer))
    expect((await folder.paste(scene.command)).stdout).not.toBe(first.stdout)
    scene.enter()
    await expect.poll(() => scene.since()).toContain('The state before the call is back.')
    expect((await folder.paste(scene.command)).stdout).toBe(first.stdout)
    expect(await scene.stop('SIGTERM')).toEqual([0, null])
  })

  it('leaves the certificate out where the case did, so that the wrong success comes again', async () => {
    const folder = await ConnectorFolder.make()
    await folder.writeConnector(
      'mine.ts',
      `ping: () => {
        const { host, port } = connection
        const { username, password } = configuration.auth
        const auth = username + ':' + password
        const sent = get({ host, port, auth, path: '/api/v1/ping', rejectUnauthorized: false })
        return new Promise((resolve) => sent.on('response', () => resolve({ success: true })))
      }`,
      "import { get } from 'node:https'",
    )
    const { id } = await found(folder, './mine.ts', '--only', 'NET-4')
    const scene = await reproduce(folder, id)
    expect(scene.command).toContain(' ping')
    expect(scene.command).not.toContain('selfSignedCert')
    expect(JSON.parse((await folder.paste(scene.command)).stdout)).toEqual({ success: true })
    expect(await scene.stop('SIGINT')).toEqual([0, null])
  })

  it('masks credentials in what it shows of requests', async () => {
    const folder = await ConnectorFolder.make()
    const latestCall = { method: 'query' as const, arguments: [''], change: {}, elsewhere: false }
    await folder.keep(madeFailure({ latestCall }))
    const scene = await reproduce(folder, '1a2b3c4d')
    const [, password = ''] = /"password":"([^"]+)"/.exec(scene.command) ?? []
    expect(scene.command).toContain(password)
    expect(password.length, scene.command).toBeGreaterThan(10)
    const pasted = await folder.paste(scene.command.replace(/query .*$/, `query '${password}'`))
    expect(pasted).toMatchObject({ exitCode: 0 })
    await expect
      .poll(() => scene.since())
      .toContain('→ POST /api/v1/searches  {"query":"<the password>"}')
    expect(scene.since()).not.toContain(password)
    await scene.stop('SIGINT')
  })

  it('says of a case of several calls that the connector may remember those before', async () => {
    const folder = await ConnectorFolder.make()
    await folder.keep(madeFailure({ calls: 3 }))
    const scene = await reproduce(folder, '1a2b3c4d')
    expect(scene.printed()).toContain('The case made 2 calls before this one.')
    await scene.stop('SIGINT')
  })

  it.each([
    [['deadbeef'], 'no failure "deadbeef"'],
    [[], 'no failure is named'],
  ])('of %j ends with 2', async (words, message) => {
    const folder = await ConnectorFolder.make()
    await folder.keep(madeFailure())
    const { exitCode, stderr } = await folder.run('reproduce', ...words)
    expect(exitCode).toBe(2)
    expect(stderr).toContain(message)
  })
})
