import { describe, expect, it } from 'vitest'
import { Declarations } from '../../../contracts/declarations.ts'
import {
  asynchronousOnly,
  type CheckDefinition,
  defineCheck,
} from '../../../harness/kit/define-check.ts'
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
      notFor: ({ scheme }) => (scheme === 'https' ? 'no HTTPS' : undefined),
      always: ({ mode }) => [{ n: mode.length }],
    })
    expect(check.notFor(capabilities)).toBe('no HTTPS')
    expect(check.always(capabilities)).toEqual([{ n: 12 }])
  })
})

describe('asynchronousOnly', () => {
  it('leaves synchronous connectors out, with the reason', () => {
    expect(asynchronousOnly(capabilities)).toBeUndefined()
    expect(asynchronousOnly({ ...capabilities, mode: 'synchronous' })).toBe(
      'the connector is synchronous',
    )
  })
})
