import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { MockCommandOptions } from '../../../../harness/cli/mock/mock-options.ts'
import { record } from '../../../../harness/cli/mock/record.ts'
import { openMock } from '../../../mock-datasource/support/open-mock.ts'
import { ConnectorFolder } from '../../../support/connector-folder.ts'
import { textIn } from '../../recordings/support.ts'

it('--dry-run shows what would be masked, and writes nothing', { timeout: 60_000 }, async () => {
  const service = await openMock({})
  const folder = await ConnectorFolder.make()
  const words = ['--http', '--port', '0', '--record', 'recorded', '--from', service.url]
  const child = folder.start('mock', ...words, '--dry-run')
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    printed += piece
  })
  await expect.poll(() => printed, { timeout: 30_000 }).toContain('Ctrl-C')
  const [, url = ''] = /listening on (http:[^\s,]+)/.exec(printed) ?? []
  const { username = '', password = '' } = service.account.credentials
  const token = Buffer.from(`${username}:${password}`).toString('base64')
  const headers = { authorization: `Basic ${token}` }
  expect((await fetch(`${url}/api/v1/ping`, { headers })).status).toBe(200)
  await expect.poll(() => printed).toMatch(/GET \/api\/v1\/ping 200 .*\n +masked: .*authorization/i)
  expect(printed).not.toContain(token)
  expect(existsSync(join(folder.path, 'recorded'))).toBe(false)
})

it('masks what --secret names, and ends where nothing can be written any more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'record-'))
  const service = await openMock({})
  const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => {
    printed.mockRestore()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  vi.stubEnv('NIGHT_WATCH_PIN', 'pin-of-ann')
  const into = join(folder, 'recorded')
  const given = { record: into, from: service.url, secret: ['NIGHT_WATCH_PIN'] }
  const options = { ...given, host: '127.0.0.1', port: 0, http: true, fault: [], recipe: [] }
  const recording = record(
    { ...options, journal: 0 } satisfies MockCommandOptions,
    undefined,
    new Promise<never>(() => undefined),
  )
  const said = () => printed.mock.calls.map(([text]) => String(text)).join('')
  await expect.poll(said).toContain('Ctrl-C')
  const [, url = ''] = /listening on (http:[^\s,]+)/.exec(said()) ?? []
  await fetch(`${url}/api/v1/pin-of-ann`)
  await expect.poll(said).toContain('GET /api/v1/*** 401')
  expect(textIn(into)).not.toContain('pin-of-ann')
  rmSync(into, { recursive: true })
  const [ended] = await Promise.allSettled([recording, fetch(`${url}/api/v1/ping`)])
  expect(ended).toMatchObject({ reason: { exitCode: 2 } })
  expect((ended as PromiseRejectedResult).reason.message).toContain(
    `--record ${into} cannot be written: ENOENT`,
  )
})
