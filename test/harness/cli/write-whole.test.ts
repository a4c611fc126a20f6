import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { requireWritable, writeWhole } from '../../../harness/cli/write-whole.ts'
import { UsageError } from '../../../harness/errors.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-contract-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('a report file', () => {
  it('takes the place of an older one, and leaves nothing beside it', async () => {
    const path = join(folder, 'report.json')
    await writeFile(path, 'older, and much longer than what comes after it')
    await writeWhole(path, 'newer', '--json report.json')
    expect(await readFile(path, 'utf8')).toBe('newer')
    expect(await readdir(folder)).toEqual(['report.json'])
  })

  it('is never half a file to a reader who looks while it is written', async () => {
    const path = join(folder, 'report.json')
    await writeWhole(path, '', '--json report.json')
    let written = false
    const text = 'x'.repeat(5_000_000)
    const writing = writeWhole(path, text, '--json report.json').then(() => {
      written = true
    })
    const seen = new Set<number>()
    while (!written) seen.add((await readFile(path, 'utf8')).length)
    await writing
    expect([...seen].filter((length) => length !== 0 && length !== text.length)).toEqual([])
  })

  it.each([
    ['in a folder that does not exist', 'no/such/folder/report.json', 'there is no folder'],
    ['below a file', 'file/report.json', 'there is no folder'],
    ['in place of a folder', '.', 'it is a folder'],
  ])('cannot be written %s, which is wrong use', async (_, name, why) => {
    await writeFile(join(folder, 'file'), '')
    const path = join(folder, name)
    const option = `--report junit=${name}`
    for (const attempt of [
      () => writeWhole(path, 'text', option),
      () => requireWritable(path, option),
    ]) {
      await expect(attempt()).rejects.toThrow(UsageError)
      await expect(attempt()).rejects.toThrow(`${option} cannot be written: ${why}`)
    }
    expect(await readdir(folder)).toEqual(['file'])
  })

  it('is found to be writable where it can be, without writing it', async () => {
    const writable = requireWritable(join(folder, 'report.json'), '--json report.json')
    await expect(writable).resolves.toBeUndefined()
    expect(await readdir(folder)).toEqual([])
  })
})
