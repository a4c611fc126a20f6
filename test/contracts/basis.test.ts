import { describe, expect, it } from 'vitest'
import { basisOf } from '../../contracts/basis.ts'
import { CLAUSES } from '../../contracts/clauses.ts'

describe('what a clause rests on', () => {
  it.each([
    ['ENV-1', 'guide'],
    ['NET-3', 'interface'],
    ['ERR-3', 'interface'],
    ['NET-6', 'hardening'],
    ['SEC-1', 'hardening'],
  ])('%s rests on the %s', (id, basis) => {
    expect(CLAUSES.filter((clause) => clause.id === id).map(basisOf)).toEqual([basis])
  })

  it('is each of the three for some', () => {
    expect(new Set(CLAUSES.map(basisOf))).toEqual(new Set(['guide', 'interface', 'hardening']))
  })
})
