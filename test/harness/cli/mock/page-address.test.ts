import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { ConnectorFolder } from '../../../support/connector-folder.ts'
import { madeFailure } from '../../../support/made-failure.ts'

/** A folder in which what opens a browser writes down what it is given. */
async function folderWithBrowser(): Promise<ConnectorFolder> {
  const folder = await ConnectorFolder.make()
  const opener = join(folder.path, 'programs', 'xdg-open')
  await mkdir(join(folder.path, 'programs'))
  await writeFile(opener, `#!/bin/sh\nprintf %s "$*" > '${join(folder.path, 'opened')}'\n`)
  await chmod(opener, 0o755)
  folder.programs.push(join(folder.path, 'programs'))
  return folder
}

/** What a browser gets there that takes the certificate for what it is: one of this machine's own. */
async function pageAt(address: string) {
  const { promise, resolve, reject } = Promise.withResolvers<{ type: unknown; body: string }>()
  const asked = request(address, { rejectUnauthorized: false }, async (response) =>
    resolve({ type: response.headers['content-type'], body: await text(response) }),
  )
  asked.on('error', reject).end()
  return promise
}

// Elsewhere another program opens a browser, of which no test should.
describe.skipIf(process.platform !== 'linux')('--open', { timeout: 60_000 }, () => {
  const failure = madeFailure({ scheme: 'https' })

  it.each([
    ['mock', ['--port', '0']],
    ['reproduce', [failure.id]],
  ])('of %s has a browser open the page, over HTTPS too', async (command, words) => {
    const folder = await folderWithBrowser()
    await folder.keep(failure)
    const child = folder.start(command, ...words, '--open')
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (piece) => {
      printed += piece
    })
    const opened = () => readFile(join(folder.path, 'opened'), 'utf8').catch(() => '')
    await expect.poll(opened, { timeout: 30_000 }).toMatch(/^https:.*\/_mock\/ui$/)
    await expect.poll(() => printed).toContain(await opened())
    const { type, body } = await pageAt(await opened())
    expect(type).toMatch(/^text\/html/)
    expect(body).toContain('<title>')
  })
})
