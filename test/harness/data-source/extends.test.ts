import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { hashOf } from '../../../harness/data-source/hash-of.ts'
import { filesOf } from '../../../harness/data-source/hash-of-file.ts'
import { loadFile } from '../../../harness/data-source/load-file.ts'
import { builtIn } from '../../../mock-datasource/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'connector-contract-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const load = (name: string) => loadFile(join(folder, name), name)

describe('a description that extends another', () => {
  it('is that one with its own members laid over it', async () => {
    write(
      'older.yaml',
      'extends: qradar\nname: older\npaging: { unit: rows }\nquery: { refused: null }',
    )
    const base = await builtIn('qradar')?.load()
    const { description, ...older } = await load('older.yaml')
    expect(older).toMatchObject({ name: 'older', title: base?.title, states: base?.states })
    expect(description).toMatchObject({ paging: { style: 'range-header', unit: 'rows' } })
    expect(older.query.refused).toBeUndefined()
    expect(base?.query.refused).toBeDefined()
  })

  it('takes nothing of a style or scheme that it has not', async () => {
    const style = 'paging: { style: limit, limit: n }'
    write('other.yaml', `extends: qradar\nname: other\n${style}`)
    const { description } = await load('other.yaml')
    expect(description).toMatchObject({ paging: { style: 'limit', limit: 'n' } })
  })

  it('may extend one that extends another, in a folder of its own', async () => {
    write('base.json', '{ "extends": "QRadar", "name": "base", "title": "Base" }')
    write('further.yaml', 'extends: ./base.json\nname: further')
    const path = write('module.ts', "export default { extends: './further.yaml', name: 'mine' }")
    expect(await load('module.ts')).toMatchObject({ name: 'mine', title: 'Base' })
    expect(filesOf(path).map((file) => file.slice(folder.length + 1))).toEqual([
      ...['module.ts', 'further.yaml', 'base.json'],
    ])
  })

  it('has another hash when what it extends says something else', async () => {
    write('changing.yaml', 'extends: qradar\nname: changing\ntitle: One')
    write('variant.yaml', 'extends: ./changing.yaml\nname: variant')
    const before = hashOf(await load('variant.yaml'))
    write('changing.yaml', 'extends: qradar\nname: changing\ntitle: Other')
    expect(hashOf(await load('variant.yaml'))).not.toBe(before)
  })

  write('one.yaml', 'extends: ./two.yaml\nname: one')
  write('two.yaml', 'extends: ./one.yaml\nname: two')
  write('itself.yaml', 'extends: ./itself.yaml\nname: itself')
  write('gone.yaml', 'extends: ./nowhere.yaml\nname: gone')
  write('unknown.yaml', 'extends: qradr\nname: unknown')
  write('abc.yaml', 'extends: abc\nname: mine')
  write('number.yaml', 'extends: 7\nname: mine')
  write('nameless.yaml', 'extends: qradar')
  write('broken.yaml', 'a: [')
  write('of-broken.yaml', 'extends: ./broken.yaml\nname: of-broken')
  write('mistaken.yaml', 'extends: qradar\nname: mistaken\npaging: { style: cursr }')

  it.each([
    [
      'one.yaml',
      'one.yaml: extends: leads back to where it began: one.yaml → ./two.yaml → ./one.yaml',
    ],
    ['itself.yaml', 'itself.yaml: extends: "./itself.yaml" is itself.yaml itself'],
    ['gone.yaml', 'gone.yaml: extends: there is no file "./nowhere.yaml" beside gone.yaml'],
    [
      'unknown.yaml',
      'unknown.yaml: extends: there is no data source "qradr"; did you mean "qradar"?',
    ],
    [
      'abc.yaml',
      'abc.yaml: extends: "abc" is written in TypeScript, and can only be described anew',
    ],
    ['number.yaml', 'number.yaml: extends: 7 must be a name or a path'],
    ['nameless.yaml', 'nameless.yaml: name: "qradar" is built in; choose another'],
    ['of-broken.yaml', './broken.yaml cannot be read: '],
    [
      'mistaken.yaml',
      'mistaken.yaml: paging.style: "cursr" is none of them; did you mean "cursor"?',
    ],
  ])('in %s has a mistake, told in one line', async (name, line) => {
    const message = await load(name).then(
      () => 'none',
      ({ message }: Error) => message,
    )
    expect(message.slice(0, line.length)).toBe(line)
    expect(message).not.toContain('\n')
  })
})
