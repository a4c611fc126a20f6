import { describe, expect, it } from 'vitest'
import { Declarations, GivenDeclarations } from '../../contracts/declarations.ts'

describe('declarations', () => {
  it('say by default what most connectors are', () => {
    expect(Declarations.parse({})).toEqual({
      delete: 'reaches',
      metadata: true,
      result_limit: false,
      row_key: 'id',
    })
  })

  it('take the place of the defaults', () => {
    const said = {
      mode: 'synchronous',
      delete: 'no-op',
      metadata: false,
      result_limit: true,
      row_key: 'uid',
      errors: { 4711: ['no_results'] },
    }
    expect(Declarations.parse(said)).toEqual(said)
  })

  it.each([
    ['what cannot be declared', { delet: 'no-op' }, 'delet'],
    ['another word for delete', { delete: 'none' }, 'delete'],
    ['a text for result_limit', { result_limit: 'true' }, 'result_limit'],
    ['an API code that is no number', { errors: { E1: ['unknown'] } }, 'E1'],
    ['a code that is no ErrorCode', { errors: { 1: ['no_such_code'] } }, 'errors'],
    ['no ErrorCode for an API code', { errors: { 1: [] } }, 'errors'],
  ])('may not hold %s, and the issue names it', (_, said, name) => {
    for (const schema of [Declarations, GivenDeclarations]) {
      expect(JSON.stringify(schema.safeParse(said).error?.issues)).toContain(name)
    }
  })
})

describe('given declarations', () => {
  it('are what was said and nothing else', () => {
    expect(GivenDeclarations.parse({})).toEqual({})
    expect(GivenDeclarations.parse({ result_limit: false })).toEqual({ result_limit: false })
  })
})
