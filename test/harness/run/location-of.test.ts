import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { locationOf } from '../../../harness/run/location-of.ts'

let folder: string
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'connector-contract-')))
  await mkdir(join(folder, 'src', 'abc'), { recursive: true })
  await writeFile(join(folder, 'src', 'abc', 'index.ts'), '')
})
afterAll(() => rm(folder, { recursive: true }))

const moduleOf = (specifier: string) => ({ kind: 'module', specifier, from: folder }) as const
const command = () => ({ kind: 'command', prefix: ['./main'], cwd: folder }) as const

it('a module is looked into at its file', () => {
  expect(locationOf({ target: moduleOf('./src/abc') })).toBe('src/abc/index.ts')
  expect(locationOf({ target: moduleOf(join(folder, 'src/abc/index.ts')) })).toBe(
    'src/abc/index.ts',
  )
})

it('what is none, or lies elsewhere, is looked into at the file that configures it', () => {
  const configurationFile = join(folder, 'connector-contract.config.json')
  for (const target of [command(), moduleOf('abc')]) {
    expect(locationOf({ target, configurationFile })).toBe('connector-contract.config.json')
    expect(locationOf({ target })).toBe('.')
    expect(locationOf({ target, configurationFile: join(folder, '..', 'a.json') })).toBe('.')
  }
})

it('a command is looked into at the file that it runs', async () => {
  await writeFile(join(folder, 'main.py'), '')
  const prefix = ['python3', 'main.py', 'transmit', 'src']
  expect(locationOf({ target: { kind: 'command', prefix, cwd: folder } })).toBe('main.py')
})
