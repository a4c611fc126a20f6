import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findDataSource } from '../../../harness/data-source/find-data-source.ts'
import { DEFAULT_REF } from '../../../harness/data-source/load-data-source.ts'
import { shownName } from '../../../harness/data-source/shown-name.ts'
import { UsageError } from '../../../harness/errors.ts'
import { BUILT_IN } from '../../../mock-datasource/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'connector-contract-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'ledger.ts'), '')

function refusalOf(word: string): UsageError {
  try {
    findDataSource(word, folder)
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    return error as UsageError
  }
  return expect.unreachable()
}

const NAMES = BUILT_IN.map(({ name }) => name).join(', ')

describe('a word for a data source', () => {
  it.each(['abc-security-monitor', 'abc_security_monitor', 'ABC_Security-Monitor', 'abc', 'ABC'])(
    'is the name of one that is built in: %s',
    (word) => {
      expect(findDataSource(word, folder)).toEqual(DEFAULT_REF)
    },
  )

  it('is the path of a file where it looks like one', () => {
    const from = { kind: 'file', path: join(folder, 'ledger.ts') }
    for (const word of ['ledger.ts', './ledger.ts', join(folder, 'ledger.ts')]) {
      expect(findDataSource(word, folder)).toEqual({ name: word, from })
    }
  })

  it('that nothing has comes with the nearest and with all that there are', () => {
    const { message, hint } = refusalOf('abd')
    expect(message).toBe('there is no data source "abd"')
    expect(hint).toBe(`Did you mean "abc"? Built in: ${NAMES}. A file is named by its path.`)
    expect(refusalOf('').message).toBe('there is no data source ""')
    expect(refusalOf('something else').hint).toContain(`Built in: ${NAMES}.`)
  })

  it('that is no file, or none that can be read yet, is wrong use', () => {
    expect(refusalOf('./ledgr.ts').message).toContain('there is no file ./ledgr.ts')
    expect(refusalOf('.').message).toContain('there is no data source "."')
    expect(refusalOf('./').message).toContain('there is no file ./')
    expect(refusalOf('ledger.yaml').message).toContain('there is no file ledger.yaml')
  })
})

it('a data source is shown as one would name it', () => {
  expect(shownName(DEFAULT_REF)).toBe('abc-security-monitor')
  const ref = findDataSource('ledger.ts', folder)
  expect(shownName(ref, folder)).toBe('./ledger.ts')
  expect(shownName(ref, join(folder, 'below'))).toBe('../ledger.ts')
})
