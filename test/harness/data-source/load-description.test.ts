import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findDataSource } from '../../../harness/data-source/find-data-source.ts'
import { loadDataSource } from '../../../harness/data-source/load-data-source.ts'
import { UsageError } from '../../../harness/errors.ts'

const folder = mkdtempSync(join(tmpdir(), 'connector-contract-'))
afterAll(() => rmSync(folder, { recursive: true }))

const QRADAR = readFileSync('mock-datasource/sources/qradar.yaml', 'utf8')
const OWN = QRADAR.replace('name: qradar', 'name: our-qradar')

let files = 0
function load(text: string, extension = 'yaml') {
  const name = `source-${++files}.${extension}`
  writeFileSync(join(folder, name), text)
  return loadDataSource(findDataSource(`./${name}`, folder))
}

async function refusalOf(text: string): Promise<UsageError> {
  const error: unknown = await load(text).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UsageError)
  return error as UsageError
}

describe('a data source that a file describes', () => {
  it('is what the file says', async () => {
    const { definition, planned } = await load(OWN)
    expect(definition.states.map(({ word }) => word)).toContain('SORTING')
    expect(planned).toMatchObject({ name: 'our-qradar', title: 'IBM QRadar' })
  })

  it('has one hash for all that say the same, comments and order aside', async () => {
    const one = await load(OWN)
    const other = await load(`# mine\n${OWN}\n`)
    const third = await load(OWN.replace('record_count', 'records'))
    expect(other.planned.hash).toBe(one.planned.hash)
    expect(third.planned.hash).not.toBe(one.planned.hash)
  })

  it('may be JSON, or what a module exports', async () => {
    const { definition } = await load(OWN)
    const json = JSON.stringify(definition.description)
    expect((await load(json, 'json')).planned.name).toBe('our-qradar')
    expect((await load(`export default ${json}`, 'ts')).planned.name).toBe('our-qradar')
  })

  it('that has mistakes is wrong use, a line for each, with the nearest word', async () => {
    const text = OWN.replace('style: range-header', 'style: range-heading').replace(
      'operations:\n  ping:',
      'operations:\n  pnig:',
    )
    const { message, exitCode } = await refusalOf(text)
    expect(exitCode).toBe(2)
    expect(message.split('\n').map((line) => line.split(' allowed:')[0])).toEqual([
      expect.stringMatching(/: operations\.pnig: there is no such member; did you mean "ping"\?$/),
      expect.stringMatching(
        /: paging\.style: "range-heading" is none of them; did you mean "range-header"\?$/,
      ),
    ])
  })

  it.each([
    ['is no YAML', 'version: [1', 'cannot be read'],
    ['is too long', `title: ${'x'.repeat(300_000)}`, 'is longer than 262144 bytes'],
    ['holds control characters', 'version: 1\n"a\\u001bb": 1', 'a\\u001bb'],
    ['is empty', '', 'the description'],
    ['is named as one that is built in', QRADAR, 'name: "qradar" is built in; choose another'],
  ])('that %s is wrong use', async (_, text, words) => {
    const { message } = await refusalOf(text)
    expect(message).toContain(words)
    expect(message).not.toContain('\u001b')
  })
})
