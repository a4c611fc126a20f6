import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAIN } from '../support/command-line/paths.ts'

const TEST_FOLDER = fileURLToPath(new URL('../', import.meta.url))

/** A busy machine takes its time. */
const TIMEOUT_MILLISECONDS = 120_000

// `verify` keeps what failed in the folder that it is run in.
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broken-connectors-'))
})
afterAll(() => rm(folder, { recursive: true }))

const FEW = ['--jobs', '1', '--runs', '1', '--http']

/** Runs `verify` as its user does. */
async function verify(...words: readonly string[]): Promise<{ exitCode: unknown; output: string }> {
  const child = spawn(process.execPath, [MAIN, 'verify', ...FEW, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const output = await text(child.stdout)
  return { exitCode: await exited, output }
}

describe.concurrent('verify', { timeout: TIMEOUT_MILLISECONDS }, () => {
  it('exits 1 and names the clause that a broken module breaks', async () => {
    const connector = `${TEST_FOLDER}broken/pagination/page-1-offset-ignored.ts`
    const { exitCode, output } = await verify(connector, '--only', 'PAGE-1')
    expect(output).toContain('PAGE-1 ✗')
    expect(exitCode).toBe(1)
  })

  it('exits 1 and names the clause that a broken program breaks', async () => {
    const program = `${TEST_FOLDER}broken/python/err_3_forbidden_not_in_the_table.py`
    const command = ['python3', '-B', program, 'transmit', 'abc']
    const { exitCode, output } = await verify('--only', 'ERR-3', '--', ...command)
    expect(output).toContain('ERR-3 ✗')
    expect(exitCode).toBe(1)
  })

  it('exits 3 where a connector answers everything by itself', async () => {
    const connector = `${TEST_FOLDER}variants/answers-by-itself.ts`
    const { exitCode, output } = await verify(connector, '--only', 'LIFE-3')
    expect(output).toContain('LIFE-3 ○')
    expect(output).toContain('nothing arrived')
    expect(exitCode).toBe(3)
  })

  it('exits 0 for a connector that is only odd', async () => {
    const connector = `${TEST_FOLDER}odd/records-as-text.ts`
    const { exitCode, output } = await verify(connector, '--only', 'MODE-1,PAGE-1')
    expect(output).toContain('PAGE-1 ✓')
    expect(exitCode).toBe(0)
  })
})
