import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openMock } from '../../../mock-datasource/support/open-mock.ts'
import { ConnectorFolder } from '../../../support/connector-folder.ts'

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
