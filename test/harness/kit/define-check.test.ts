import { describe, expect, it } from 'vitest'
import { Declarations } from '../../../contracts/declarations.ts'
import { type CheckDefinition, defineCheck } from '../../../harness/kit/define-check.ts'
import { abcSource } from '../../support/abc-source.ts'

const definition: CheckDefinition<{ n: number }> = {
  clause: 'PAGE-1',
  claim: 'it holds',
  cases: () => [{ n: 1 }],
  run: async () => {},
}
const capabilities = {
  mode: 'asynchronous',
  scheme: 'https',
  declarations: Declarations.parse({}),
  source: abcSource,
} as const

describe('a check', () => {
  it('is named after its clause, and its aspect where it has one', () => {
    expect(defineCheck(definition).name).toBe('PAGE-1')
    expect(defineCheck({ ...definition, aspect: 'fields' }).name).toBe('PAGE-1 fields')
  })

  it('weighs what its clause weighs, unless it is of the SHOULD of the clause', () => {
    expect(defineCheck(definition).level).toBe('MUST')
    expect(defineCheck({ ...definition, clause: 'ENV-4' }).level).toBe('SHOULD')
    expect(defineCheck({ ...definition, level: 'SHOULD' }).level).toBe('SHOULD')
  })

  it('applies to every connector and has no cases of its own, where nothing else is said', () => {
    const check = defineCheck(definition)
    expect(check.notFor(capabilities)).toBeUndefined()
    expect(check.always(capabilities)).toEqual([])
  })

  it('judges by what is known of the connector', () => {
    const check = defineCheck({
      ...definition,
      needs: ['synchronous'],
      always: ({ mode }) => [{ n: mode.length }],
    })
    expect(check.notFor(capabilities)).toBe('the connector is asynchronous')
    expect(check.always(capabilities)).toEqual([{ n: 12 }])
  })

  it('says nothing where the data source has nothing of what its cases are made of', () => {
    const check = defineCheck({ ...definition, cases: () => [] })
    expect(check.notFor(capabilities)).toBe('nothing of it is there at ABC Security Monitor')
  })

  it('makes no cases where something that it needs is not there', () => {
    const cases = () => expect.unreachable()
    const check = defineCheck({ ...definition, needs: ['synchronous'], cases })
    expect(check.notFor(capabilities)).toBe('the connector is asynchronous')
  })
})
