import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from '../../../harness/errors.ts'
import { requireJsonPath, writeJsonReport } from '../../../harness/report/json.ts'
import { madeReport, madeViolation } from '../../support/made-report.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-contract-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the JSON report', () => {
  it('holds the whole record of every run', async () => {
    const runs = [madeReport({ violations: [madeViolation()] }), madeReport({ target: 'b' })]
    const path = join(folder, 'report.json')
    await writeJsonReport(path, runs)
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ version: 1, runs })
  })

  it('takes the place of an older one, and leaves nothing beside it', async () => {
    const path = join(folder, 'report.json')
    await writeFile(path, 'older, and much longer than what comes after it')
    await writeJsonReport(path, [])
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ version: 1, runs: [] })
    expect(await readdir(folder)).toEqual(['report.json'])
  })

  it('is never half a file to a reader who looks while it is written', async () => {
    const path = join(folder, 'report.json')
    await writeJsonReport(path, [])
    let written = false
    const runs = Array.from({ length: 500 }, () => madeReport({ violations: [madeViolation()] }))
    const writing = writeJsonReport(path, runs).then(() => {
      written = true
    })
    const seen = new Set<number>()
    while (!written) seen.add(JSON.parse(await readFile(path, 'utf8')).runs.length)
    await writing
    expect([...seen].filter((length) => length !== 0 && length !== 500)).toEqual([])
  })

  it.each([
    ['in a folder that does not exist', 'no/such/folder/report.json', 'there is no folder'],
    ['below a file', 'file/report.json', 'there is no folder'],
    ['in place of a folder', '.', 'it is a folder'],
  ])('cannot be written %s, which is wrong use', async (_, name, why) => {
    await writeFile(join(folder, 'file'), '')
    const path = join(folder, name)
    for (const attempt of [() => writeJsonReport(path, []), () => requireJsonPath(path)]) {
      await expect(attempt()).rejects.toThrow(UsageError)
      await expect(attempt()).rejects.toThrow(`--json ${path} cannot be written: ${why}`)
    }
    expect(await readdir(folder)).toEqual(['file'])
  })

  it('is found to be writable where it can be, without writing it', async () => {
    await expect(requireJsonPath(join(folder, 'report.json'))).resolves.toBeUndefined()
    expect(await readdir(folder)).toEqual([])
  })
})
