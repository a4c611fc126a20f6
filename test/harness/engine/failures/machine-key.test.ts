import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MachineKey, stateFolder } from '../../../../harness/engine/failures/machine-key.ts'

async function folderOf() {
  const folder = await mkdtemp(join(tmpdir(), 'machine-key-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

it('a key is made once, for its owner alone, and knows what it has signed', async () => {
  const folder = join(await folderOf(), 'state', 'connector-contract')
  const signature = new MachineKey(folder).sign('text')
  expect(new MachineKey(folder).hasSigned('text', signature)).toBe(true)
  expect(new MachineKey(folder).hasSigned('texT', signature)).toBe(false)
  expect(new MachineKey(folder).hasSigned('text', undefined)).toBe(false)
  expect(await readdir(folder)).toEqual(['key'])
  expect((await stat(join(folder, 'key'))).mode & 0o777).toBe(0o600)
})

it('nothing is signed, and nothing known, where no key can be kept', async () => {
  const file = join(await folderOf(), 'a-file')
  await writeFile(file, '')
  const key = new MachineKey(join(file, 'state'))
  expect(key.sign('text')).toBeUndefined()
  expect(key.hasSigned('text', '00')).toBe(false)
})

it('the key lies where a user’s programs keep their state', () => {
  expect(stateFolder({ XDG_STATE_HOME: '/state' }, 'linux')).toBe('/state/connector-contract')
  expect(stateFolder({ XDG_STATE_HOME: 'elsewhere' }, 'linux')).toMatch(
    /\.local.state.connector-contract$/,
  )
  expect(stateFolder({ LOCALAPPDATA: '/local' }, 'win32')).toBe(
    join('/local', 'connector-contract'),
  )
})
