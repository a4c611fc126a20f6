import { describe, expect, it } from 'vitest'
import { CLAUSES, clauseOf } from '../../../contracts/clauses.ts'
import { CHECKS, CLAUSES_WITHOUT_CHECK, familyOf } from '../../../harness/checks/index.ts'
import { INVARIANTS } from '../../../harness/kit/invariants/index.ts'

describe('the catalogue of checks', () => {
  it('has a check for every clause', () => {
    expect([...CLAUSES_WITHOUT_CHECK]).toEqual([])
  })

  it('names every check once, after its clause', () => {
    const names = CHECKS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, clause } of CHECKS) expect(name.split(' ')[0]).toBe(clause)
  })

  it('is in the order of the clauses', () => {
    const places = CHECKS.map(({ clause }) => CLAUSES.findIndex(({ id }) => id === clause))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('judges by MUST where the clause does, and by SHOULD only where it asks for more', () => {
    for (const { clause } of CLAUSES.map(({ id }) => ({ clause: clauseOf(id) }))) {
      const levels = [...CHECKS, ...INVARIANTS]
        .filter((each) => each.clause === clause.id)
        .map(({ level }) => level)
      expect(levels, clause.id).toContain(clause.level)
      const more = clause.should !== undefined
      expect(levels.includes('SHOULD'), clause.id).toBe(more || clause.level === 'SHOULD')
    }
  })

  it.each(CHECKS)('claims something by $name, as one sentence', ({ claim }) => {
    expect(claim).toMatch(/^\S.*[^.\s]$/)
  })
})

describe('familyOf', () => {
  it('is what a clause id begins with', () => {
    for (const { id } of CLAUSES) expect(familyOf(id)).toBe(id.split('-')[0])
  })

  it.each(['PAGES-1', 'page-1', ''])('knows no family of %j', (id) => {
    expect(() => familyOf(id)).toThrow(`${id} is no clause id`)
  })
})
