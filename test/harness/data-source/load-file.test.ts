import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { findDataSource } from '../../../harness/data-source/find-data-source.ts'
import { hashOfFile } from '../../../harness/data-source/hash-of-file.ts'
import { loadDataSource } from '../../../harness/data-source/load-data-source.ts'
import { UsageError } from '../../../harness/errors.ts'

const folder = mkdtempSync(join(tmpdir(), 'connector-contract-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ABC = pathToFileURL(
  resolve('mock-datasource/sources/abc-security-monitor/definition.ts'),
).href

let files = 0
/** Each under a name of its own, since a module is loaded once. */
function load(text: string) {
  const name = `source-${++files}.ts`
  writeFileSync(join(folder, name), text)
  return loadDataSource(findDataSource(`./${name}`, folder))
}

describe('a data source in a file', () => {
  it('is its default export, with the hash of its bytes', async () => {
    const { definition, planned } = await load(
      `import { abcSecurityMonitor } from '${ABC}'\nexport default { ...abcSecurityMonitor, name: 'my-own', aliases: [], title: 'My Own' }`,
    )
    expect(definition.title).toBe('My Own')
    const path = join(folder, 'source-1.ts')
    expect(planned).toEqual({
      ...{ name: 'my-own', title: 'My Own', hash: hashOfFile(path) },
      from: { kind: 'file', path },
    })
  })

  it('that is not there any more is named as it was kept', async () => {
    const from = { kind: 'file', path: join(folder, 'gone.ts') } as const
    const loading = loadDataSource({ name: 'gone.ts', from })
    await expect(loading).rejects.toThrow('there is no file gone.ts, which is the data source')
  })

  it.each([
    ['does not load', 'throw new Error("no\\nand more")', 'cannot be loaded: no'],
    ['is no TypeScript', 'export default {{', 'cannot be loaded: '],
    ['has no default export', 'export const source = {}', 'has no default export that is'],
    ['exports something else', 'export default 7', 'has no default export that is'],
    ['exports null', 'export default null', 'has no default export that is'],
    [
      'is named as one that is built in',
      'export default { name: "ABC_security-monitor" }',
      'name: "ABC_security-monitor" is built in; choose another',
    ],
    ['lacks parts', 'export default { name: "mine" }', 'title: is missing (and '],
    [
      'contradicts itself',
      `import { abcSecurityMonitor as abc } from '${ABC}'\nexport default { ...abc, name: 'mine', aliases: [], errors: { ...abc.errors, roles: { too_many: '42' } } }`,
      'errors.roles.too_many: "42" is not in errors.table; it has ',
    ],
    ['has a short form as its name', 'export default { name: "abc" }', 'name: "abc" is built in'],
  ])('that %s is wrong use, in one line', async (_, text, words) => {
    const error: unknown = await load(text).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UsageError)
    const { message } = error as UsageError
    expect(message).toContain(words)
    expect(message).toMatch(/^\.\/source-\d+\.ts/)
    expect(message).not.toContain('\n')
  })
})
