import { describe, expect, it } from 'vitest'
import { declare } from '../../../harness/run/declared.ts'
import { abcSource } from '../../support/abc-source.ts'

const nobody = { commandLine: {}, file: {}, connector: {} }

describe('what is declared', () => {
  it('is as usual where nobody says anything', () => {
    expect(declare(nobody, abcSource)).toEqual({
      values: { delete: 'reaches', metadata: true, result_limit: false, row_key: 'id' },
      by: { delete: 'default', metadata: 'default', result_limit: 'default', row_key: 'default' },
    })
  })

  it('has one value, from whoever goes before the others, and says from whom', () => {
    const source = { ...abcSource, declarations: { delete: 'no-op', metadata: false } as const }
    const { values, by } = declare(
      {
        commandLine: { row_key: 'a' },
        file: { row_key: 'b', result_limit: true },
        connector: { row_key: 'c', result_limit: false, metadata: true },
      },
      source,
    )
    expect(values).toEqual({ row_key: 'a', result_limit: true, metadata: true, delete: 'no-op' })
    expect(by).toEqual({
      row_key: 'command line',
      result_limit: 'configuration file',
      metadata: 'connector',
      delete: 'data source',
    })
  })

  it('follows from the data source where that leaves no choice', () => {
    const { delete: _, ...asynchronous } = abcSource.methods.asynchronous ?? {}
    const source = {
      ...abcSource,
      modes: ['asynchronous'] as const,
      methods: { asynchronous },
      rows: { ...abcSource.rows, key: 'ref' },
    }
    const { values, by } = declare(nobody, source)
    expect(values).toMatchObject({ mode: 'asynchronous', delete: 'no-op', row_key: 'ref' })
    expect(by).toMatchObject({ mode: 'data source', delete: 'data source', row_key: 'default' })
  })
})
