import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../../harness/cli/config/load-config.ts'
import { readDeclarations } from '../../../harness/cli/declarations-option.ts'
import { jsonObject } from '../../../harness/cli/json-object.ts'
import { openReport } from '../../../harness/cli/open-report.ts'
import { findDataSource } from '../../../harness/data-source/find-data-source.ts'
import { loadDataSource } from '../../../harness/data-source/load-data-source.ts'
import { UsageError } from '../../../harness/errors.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bad-files-'))
  writeFileSync(join(folder, 'empty.json'), '')
  writeFileSync(join(folder, 'list.json'), '[1, "a"]')
  writeFileSync(join(folder, 'cut.json'), '{"a":')
  writeFileSync(join(folder, 'binary.json'), Buffer.from([0, 255, 1, 254, 27, 91, 50, 74, 10]))
  writeFileSync(join(folder, 'huge.json'), `"${'a'.repeat(4_000_000)}"`)
  mkdirSync(join(folder, 'folder.json'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const FILES = ['absent', 'empty', 'list', 'cut', 'binary', 'huge', 'folder'].map(
  (name) => `${name}.json`,
)

/** Every option and operand that names a file which is read before anything runs. */
const READERS: Readonly<Record<string, (path: string) => unknown>> = {
  '--config': loadConfig,
  '--compare, report and merge': openReport,
  '--connection and --configuration': (path) => jsonObject('--connection', path, '{}'),
  '--declare': readDeclarations,
  '--data-source': (path) => loadDataSource(findDataSource(path, folder)),
}

const CASES = Object.keys(READERS).flatMap((option) => FILES.map((file) => [option, file] as const))

describe('a file that is none of those an option takes', () => {
  it.each(CASES)('is wrong use on one line: %s %s', async (option, file) => {
    const read = async () => READERS[option]?.(join(folder, file))
    const error: unknown = await read().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UsageError)
    const { message, hint = '' } = error as UsageError
    expect(message.split('\n')).toHaveLength(1)
    expect(message).not.toContain('    at ')
    expect(message.length).toBeLessThan(600)
    expect(hint).not.toBe('')
  })
})
