import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Message } from '../../../../harness/cli/supervisor/protocol.ts'
import { Said } from '../../../../harness/cli/supervisor/said.ts'
import { verdictOn } from '../../../../harness/cli/supervisor/verdict.ts'

const folder = mkdtempSync(join(tmpdir(), 'connector-contract-'))
afterAll(() => rmSync(folder, { recursive: true }))

const path = join(folder, 'report.json')
writeFileSync(path, 'text')
const sha256 = createHash('sha256').update('text').digest('hex')

const report = { form: 'json', path, option: '--json report.json' }
const begun: Message = { kind: 'begun', reports: [report], others: [] }
const closed = (exitCode: 0 | 1 | 3, files = [{ path, sha256 }]): Message => ({
  ...{ kind: 'closed', exitCode, files },
})
const verdict = (
  messages: readonly Message[],
  code: number | null,
  signal: string | null = null,
) => {
  const said = new Said()
  said.hear(messages.map((message) => `${JSON.stringify(message)}\n`).join(''))
  return verdictOn(said, { code, signal }, undefined)
}

describe('what a command comes to', () => {
  it.each([0, 1, 3] as const)(
    'is what its record says, closed and written: %d',
    async (exitCode) => {
      expect(await verdict([begun, closed(exitCode)], exitCode)).toEqual({ exitCode })
    },
  )

  it('is what it says where there is nothing to judge', async () => {
    expect(await verdict([{ kind: 'ended', exitCode: 2 }], 2)).toEqual({ exitCode: 2 })
    expect(await verdict([{ kind: 'ended', exitCode: 0 }], 0)).toEqual({ exitCode: 0 })
  })

  it.each<readonly [string, readonly Message[], number | null, string | null, string]>([
    ['it ends before', [begun], 0, null, 'its process ended with exit code 0'],
    ['a signal ends it', [], null, 'SIGKILL', 'its process was ended by SIGKILL'],
    ['memory runs out', [], null, 'SIGABRT', 'ended by SIGABRT, as where memory runs out'],
    ['it ends otherwise', [closed(1)], 0, null, 'ended with exit code 0 after it had come to 1'],
    ['a signal ends it late', [closed(0)], null, 'SIGSEGV', 'by SIGSEGV after it had come to 0'],
    ['it judges nothing', [begun, { kind: 'ended', exitCode: 0 }], 0, null, 'nothing was judged'],
    ['a report is not written', [begun, closed(0, [])], 0, null, '--json report.json was not'],
    [
      'a file is another by then',
      [closed(0, [{ path, sha256: '0'.repeat(64) }])],
      ...([0, null, 'report.json is not any more what it had written'] as const),
    ],
    [
      'a file is gone',
      [closed(0, [{ path: join(folder, 'gone'), sha256 }])],
      ...([0, null, 'gone, which it had written, is not there any more'] as const),
    ],
  ])('is unknown where %s', async (_, messages, code, signal, why) => {
    expect(await verdict(messages, code, signal)).toEqual({ why: expect.stringContaining(why) })
  })

  it('is unknown where it was killed, whatever it had said', async () => {
    const said = new Said()
    said.hear(`${JSON.stringify(closed(0))}\n`)
    const end = { code: 0, signal: null }
    expect(await verdictOn(said, end, 'it was blocked')).toEqual({ why: 'it was blocked' })
  })

  it('is unknown where what it says is half a line, or none of ours', async () => {
    const said = new Said()
    said.hear(`{"kind":"closed","exitCode":7,"files":[]}\nnonsense\n${JSON.stringify(closed(0))}`)
    expect(await verdictOn(said, { code: 0, signal: null }, undefined)).toHaveProperty('why')
  })
})
