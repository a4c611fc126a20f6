import { readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Wish } from '../../../../harness/cli/init/skeleton.ts'
import { ConnectorFolder } from '../../../support/connector-folder.ts'
import { WISHES_IN_WORDS } from './skeletons.ts'

const MODULES = fileURLToPath(new URL('../../../../node_modules', import.meta.url))
const CONFIG = 'my-connector/connector-contract.config.yaml'
/** A busy machine takes its time. */
const TIMEOUT_MILLISECONDS = 120_000
/** A call of Python is a process, so there is no time for all: what goes through each of the files. */
const FEW = ['--only', 'MODE-1,MODE-2,PAGE-4,ERR-5', '--runs', '1', '--timeout', '60']

/** A folder of an author who has installed what the connector needs. */
async function folderWithPackages(): Promise<ConnectorFolder> {
  const folder = await ConnectorFolder.make()
  for (const name of ['zod', 'undici-types', '@types']) {
    await symlink(join(MODULES, name), join(folder.path, 'node_modules', name))
  }
  return folder
}

function options({ name, language, mode }: Wish): readonly string[] {
  return [name, `--${language}`, `--${mode}`]
}

describe('init', { timeout: TIMEOUT_MILLISECONDS }, () => {
  it.each(WISHES_IN_WORDS)(
    'writes a connector that holds the contract (%s)',
    async (_words, wish) => {
      const folder = await folderWithPackages()
      const written = await folder.run('init', ...options(wish))
      expect(written).toMatchObject({ exitCode: 0, stderr: '' })

      const verified = await folder.run('verify', '--no-store', '--config', CONFIG, ...FEW)
      expect(verified).toMatchObject({ exitCode: 0, stderr: '' })
      expect(verified.stdout).toContain(wish.mode === 'async' ? ', asynchronous' : ', synchronous')
      expect(verified.stdout).toContain('PAGE-4 ✓')
    },
  )

  it('writes an asynchronous connector in Python where nothing else is asked for', async () => {
    const folder = await ConnectorFolder.make()
    const { stdout } = await folder.run('init', 'my-connector')
    expect(stdout).toContain('my-connector/ is an asynchronous connector in Python')
    expect(stdout).toMatch(/api_client\.py[\s\S]+ping_connector\.py[\s\S]+error_mapper\.py/)
    expect(await readdir(join(folder.path, 'my-connector'))).toContain('my_connector')
  })

  it('writes a connector in TypeScript for a data source that a file describes', async () => {
    const folder = await ConnectorFolder.make()
    const { stdout } = await folder.run('init', 'my-connector', '--data-source', 'qradar')
    expect(stdout).toMatch(/^my-connector\/ is an asynchronous connector in TypeScript /)
    expect(stdout).toContain('my-connector/api.ts')
    const asked = await folder.run('init', 'other', '--python', '--data-source', 'qradar')
    expect(asked.stdout).toMatch(/^other\/ is an asynchronous connector in Python /)
  })

  it('writes nothing where a file is in the way, and names it', async () => {
    const folder = await ConnectorFolder.make()
    await folder.run('init', 'my-connector')
    const again = await folder.run('init', 'my-connector', '--typescript')
    expect(again).toMatchObject({ exitCode: 2, stdout: '' })
    expect(again.stderr).toMatch(/^error: \S+ is there already, and 2 more; nothing was written\n/)
    expect(await readdir(join(folder.path, 'my-connector'))).not.toContain('index.ts')
  })

  it('refuses a name that is none, and what excludes each other', async () => {
    const folder = await ConnectorFolder.make()
    expect(await folder.run('init', '../x')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('as in x.'),
    })
    for (const pair of [
      ['--python', '--typescript'],
      ['--async', '--sync'],
    ]) {
      expect(await folder.run('init', 'x', ...pair)).toMatchObject({ exitCode: 2, stdout: '' })
    }
    expect(await readdir(folder.path)).toEqual(['node_modules', 'package.json'])
  })

  it.each(WISHES_IN_WORDS.filter(([, { language }]) => language === 'typescript'))(
    'writes TypeScript whose types fit (%s)',
    async (_words, wish) => {
      const folder = await folderWithPackages()
      await folder.run('init', ...options(wish))
      const tsc = await folder.paste(`"${MODULES}/.bin/tsc" -p my-connector`)
      expect(tsc).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    },
  )
})
