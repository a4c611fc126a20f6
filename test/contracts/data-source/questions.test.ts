import { describe, expect, it } from 'vitest'
import { codesWithRoles, meansOf } from '../../../contracts/data-source/means-of.ts'
import { pagedOperations } from '../../../contracts/data-source/serving.ts'
import { statesOf } from '../../../contracts/data-source/states-of.ts'
import { abcSource } from '../../support/abc-source.ts'

describe('the stages of a search', () => {
  it('are called as the data source calls them', () => {
    expect(statesOf(abcSource)).toEqual({
      running: ['WAIT', 'EXECUTE', 'SORTING'],
      ...{ first: 'WAIT', middle: 'EXECUTE', last: 'SORTING' },
      ...{ completed: 'COMPLETED', canceled: 'CANCELED', failed: 'ERROR' },
    })
  })

  it('are one where there is one state, and absent where there is none', () => {
    const states = [{ word: 'busy', means: 'RUNNING' }] as const
    expect(statesOf({ states })).toEqual({
      running: ['busy'],
      ...{ first: 'busy', middle: 'busy', last: 'busy' },
    })
    expect(statesOf({ states: [] })).toEqual({ running: [] })
  })
})

describe('what codes mean', () => {
  it('is what the table says, without those that may be anything', () => {
    const table = meansOf(abcSource)
    expect(table['1002']).toEqual(['no_results'])
    expect(table).not.toHaveProperty('1003')
  })

  it('is what an author declares instead', () => {
    expect(meansOf(abcSource, { 12: ['forbidden'] })).toEqual({ 12: ['forbidden'] })
  })

  it('is found by role, each code once', () => {
    const errors = { ...abcSource.errors, roles: { forbidden: 'no', unauthenticated: 'no' } }
    expect(codesWithRoles({ errors }, ['unauthenticated', 'forbidden', 'running'])).toEqual(['no'])
  })
})

it('knows which operations give pages', () => {
  expect(pagedOperations(abcSource)).toEqual(['results', 'query'])
})
