import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { ConnectorFolder } from '../support/connector-folder.ts'

const Hook = z.strictObject({
  id: z.literal('connector-contract'),
  name: z.string(),
  description: z.string(),
  language: z.literal('node'),
  entry: z.string(),
  args: z.array(z.string()),
  pass_filenames: z.literal(false),
  require_serial: z.literal(true),
  stages: z.array(z.enum(['pre-commit', 'pre-push', 'manual'])),
  minimum_pre_commit_version: z.string(),
})
const FILE = new URL('../../.pre-commit-hooks.yaml', import.meta.url)
const [HOOK] = z.tuple([Hook]).parse(parse(readFileSync(FILE, 'utf8')))

/** Fails as LIFE-8 would have it, and never asks. */
const UNASKED = `results: () => ({ success: false, code: 'no_results', error: 'not yet' })`

/** As pre-commit does: the words of the entry, then the arguments; those are the user's, where there are any. */
function runHook(folder: ConnectorFolder, args = HOOK.args) {
  const [program, ...words] = HOOK.entry.split(' ')
  expect(program).toBe('connector-contract')
  return folder.run(...words, ...args)
}

describe('the hook for pre-commit', { timeout: 60_000 }, () => {
  it('verifies the connector that the configuration names, and fails where a clause is broken', async () => {
    const folder = await ConnectorFolder.make()
    await folder.writeConnector('my-connector.mjs', '')
    const config = `target: { module: ./my-connector.mjs }\nonly: [PAGE-3]\nruns: 3\nhttp: true\njobs: 1\n`
    await writeFile(join(folder.path, 'connector-contract.config.yaml'), config)
    expect(await runHook(folder)).toMatchObject({ exitCode: 0 })
    const inclusive =
      'results: (id, offset, length) => correct.results(id, offset, Number(length) + 1)'
    await folder.writeConnector('my-connector.mjs', inclusive)
    expect(await runHook(folder)).toMatchObject({ exitCode: 1 })
  })

  it('fails where nothing is violated and a clause has not been shown', async () => {
    const folder = await ConnectorFolder.make()
    await folder.writeConnector('my-connector.mjs', UNASKED)
    const config = `target: { module: ./my-connector.mjs }\nonly: [LIFE-8]\nruns: 1\nhttp: true\njobs: 1\n`
    await writeFile(join(folder.path, 'connector-contract.config.yaml'), config)
    const end = await runHook(folder)
    expect(end).toMatchObject({ exitCode: 3, stdout: expect.stringContaining('not shown') })
  })

  it('takes a command as its arguments', async () => {
    const folder = await ConnectorFolder.make()
    const end = await runHook(folder, ['--only', 'MODE-1', '--', 'there-is-no-such-program'])
    expect(end.exitCode).toBe(3)
    expect(end.stderr).toContain('there-is-no-such-program')
  })

  it('fails where no connector is named', async () => {
    const end = await runHook(await ConnectorFolder.make())
    expect(end).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('no connector') })
  })
})
