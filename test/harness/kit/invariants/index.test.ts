import { describe, expect, it } from 'vitest'
import { CLAUSES } from '../../../../contracts/clauses.ts'
import { CHECKS } from '../../../../harness/checks/index.ts'
import { INVARIANTS } from '../../../../harness/kit/invariants/index.ts'

describe('the catalogue of invariants', () => {
  it('names every invariant once, after its clause', () => {
    const names = INVARIANTS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, clause } of INVARIANTS) expect(name.split(' ')[0]).toBe(clause)
  })

  it('is in the order of the clauses', () => {
    const places = INVARIANTS.map(({ clause }) => CLAUSES.findIndex(({ id }) => id === clause))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it.each(INVARIANTS)('claims something by $name, as one sentence', ({ claim }) => {
    expect(claim).toMatch(/^\S.*[^.\s]$/)
  })

  it.each(INVARIANTS)('has cases that give $name its answers', ({ clause }) => {
    const gives = CHECKS.filter(
      (check) => check.clause === clause || check.provides.includes(clause),
    )
    expect(gives).not.toEqual([])
  })
})
