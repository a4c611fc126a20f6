import { describe, expect, it } from 'vitest'
import { onlyOf } from '../../../harness/cli/basis-option.ts'
import { UsageError } from '../../../harness/errors.ts'

describe('--basis', () => {
  it('leaves the clauses that rest on it', () => {
    expect(onlyOf([], 'interface')).toEqual(['PAGE-9', 'ERR-3', 'NET-1', 'NET-3', 'NET-4', 'NET-7'])
  })

  it('leaves of --only what rests on it', () => {
    expect(onlyOf(['net', 'ERR-3'], 'interface')).toEqual([
      ...['ERR-3', 'NET-1', 'NET-3', 'NET-4', 'NET-7'],
    ])
    expect(onlyOf(['PAGE-1'], undefined)).toEqual(['PAGE-1'])
  })

  it('is wrong use where nothing is left', () => {
    expect(() => onlyOf(['SEC-1'], 'guide')).toThrow(UsageError)
  })
})
