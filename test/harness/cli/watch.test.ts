import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { ConnectorFolder } from '../../support/connector-folder.ts'

const FEW = ['--only', 'PAGE-3', '--runs', '1', '--http', '--jobs', '1']
const BROKEN = 'results: (id, offset, length) => correct.results(id, offset, Number(length) + 1)'

/** Reads along until something stands in what the program has printed since the last time. */
function reader({ stdout, stderr }: ChildProcess) {
  let unread = ''
  let look = () => {}
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      unread += text
      look()
    })
  }
  return (words: string) =>
    new Promise<string>((resolve) => {
      look = () => {
        const at = unread.indexOf(words)
        if (at === -1) return
        const read = unread.slice(0, at + words.length)
        unread = unread.slice(at + words.length)
        resolve(read)
      }
      look()
    })
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('close', resolve))

describe('verify --watch', { timeout: 120_000 }, () => {
  it('verifies anew what a module has become, and says what that has changed', async () => {
    const folder = await ConnectorFolder.make()
    await folder.writeConnector('my-connector.mjs', '')
    const child = folder.start('verify', '--watch', './my-connector.mjs', ...FEW)
    const end = ended(child)
    const until = reader(child)
    expect(await until('Waiting for changes')).toContain('1 held, 43 left out')
    await folder.writeConnector('my-connector.mjs', BROKEN)
    expect(await until('Waiting for changes')).toMatch(
      /my-connector.mjs changed\n.*\n +newly broken +PAGE-3/,
    )
    await folder.writeConnector('my-connector.mjs', 'syntax error')
    expect(await until('Waiting for changes')).toContain('cannot be loaded')
    await folder.writeConnector('my-connector.mjs', '')
    expect(await until('Waiting for changes')).toMatch(/newly fixed +PAGE-3/)
    child.kill('SIGINT')
    expect(await end).toBe(0)
  })

  it('ends with 3 where it is told to before a run has come to its end', async () => {
    const folder = await ConnectorFolder.make()
    const hangs = `is_async: () => {
      writeFileSync('started.log', '')
      return new Promise(() => {})
    }`
    await folder.writeConnector('mine.mjs', hangs, "import { writeFileSync } from 'node:fs'")
    const child = folder.start('verify', '--watch', './mine.mjs', '--timeout', '2', ...FEW)
    const end = ended(child)
    await vi.waitUntil(() => existsSync(join(folder.path, 'started.log')), { timeout: 60_000 })
    child.kill('SIGTERM')
    expect(await end).toBe(3)
  })

  it('has nothing to watch where the connector runs elsewhere', async () => {
    const folder = await ConnectorFolder.make()
    const host = ['--proxy-host', 'http://127.0.0.1:9', '--module', 'abc']
    const end = await folder.run('verify', '--watch', ...host)
    expect(end).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('runs elsewhere') })
  })
})
