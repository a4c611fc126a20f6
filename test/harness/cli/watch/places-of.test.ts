import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { placesOf } from '../../../../harness/cli/watch/places-of.ts'
import { withoutWatch } from '../../../../harness/cli/watch.ts'
import { UsageError } from '../../../../harness/errors.ts'
import { ConnectorFolder } from '../../../support/connector-folder.ts'

/** A folder that has these files. */
async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const { path } = await ConnectorFolder.make()
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(path, file, '..'), { recursive: true })
    await writeFile(join(path, file), text)
  }
  return path
}

describe('the files of a connector', () => {
  it('are those of a module’s folder, and what it loads from elsewhere but from packages', async () => {
    const path = await folderWith({
      'mine/index.ts': "import '../shared/http.ts'\nimport './own.ts'\nimport 'pkg'",
      'mine/own.ts': '',
      'shared/http.ts': "import './deep.ts'",
      'shared/deep.ts': 'export const deep: number = 1',
      'node_modules/pkg/package.json': '{"main":"index.js"}',
      'node_modules/pkg/index.js': '',
    })
    const places = await placesOf({ kind: 'module', specifier: './mine', from: path })
    expect(places.folders).toEqual([join(path, 'mine')])
    expect(places.files.toSorted()).toEqual([
      join(path, 'shared/deep.ts'),
      join(path, 'shared/http.ts'),
    ])
  })

  it('are found too where a module does not load', async () => {
    const path = await folderWith({ 'mine.ts': 'const = 1' })
    const places = await placesOf({ kind: 'module', specifier: 'mine.ts', from: path })
    expect(places).toEqual({ folders: [path], files: [] })
  })

  it('are those that the words of a command name, each with its folder', async () => {
    const path = await folderWith({ 'src/main.py': '', 'modules/abc.py': '' })
    const prefix = ['python3', 'src/main.py', 'transmit', 'abc', 'modules', '']
    expect(await placesOf({ kind: 'command', prefix, cwd: path })).toEqual({
      folders: [join(path, 'src'), join(path, 'modules')],
      files: [],
    })
  })

  it('are those of the folder that a command runs in, where its words name none', async () => {
    const path = await folderWith({})
    const prefix = [process.execPath, 'transmit', 'abc']
    const places = await placesOf({ kind: 'command', prefix, cwd: path })
    expect(places.folders).toEqual([path])
  })

  it('are a program’s own where it lies below that folder', async () => {
    const path = await folderWith({ 'bin/connector': '' })
    const places = await placesOf({ kind: 'command', prefix: ['bin/connector'], cwd: path })
    expect(places.folders).toEqual([join(path, 'bin')])
  })

  it('are those of a module in a checkout of stix-shifter', async () => {
    const target = {
      kind: 'stix-shifter',
      checkout: '../s',
      module: 'abc',
      python: 'python3',
    } as const
    expect(await placesOf({ ...target, from: '/home/me' })).toEqual({
      folders: ['/home/s/stix_shifter_modules/abc'],
      files: [],
    })
  })

  it('are none of a connector that runs elsewhere', async () => {
    const target = { kind: 'proxy-host', url: 'https://127.0.0.1:5000', from: '.' } as const
    await expect(placesOf(target)).rejects.toThrow(UsageError)
  })
})

describe('the command line of a round', () => {
  it.each([
    [
      ['verify', '--watch', 'abc', '--http'],
      ['abc', '--http'],
    ],
    [
      ['verify', '--', 'tail', '--watch'],
      ['--', 'tail', '--watch'],
    ],
    [
      ['verify', '--watch', '--', 'tail', '--watch'],
      ['--', 'tail', '--watch'],
    ],
  ])('of %j is %j', (argv, words) => {
    expect(withoutWatch(['node', 'connector-contract', ...argv])).toEqual(words)
  })
})
