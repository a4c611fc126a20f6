import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { findClause } from '../../../../contracts/clauses.ts'
import { clauseAt } from '../../../../harness/cli/explain/clause-at.ts'
import { abcSource } from '../../../support/abc-source.ts'

function at(id: string, source = abcSource): readonly string[] {
  const clause = findClause(id)
  if (clause === undefined) return expect.unreachable()
  return clauseAt(clause, source).map(stripVTControlCharacters)
}

describe('what a clause comes to at a data source', () => {
  it('is, for how statuses are mapped, its states with what each means', () => {
    const lines = at('LIFE-1')
    expect(lines.slice(0, 2)).toEqual(['At ABC Security Monitor', '  WAIT       means RUNNING'])
    expect(lines.at(-1)).toContain('LIFE-1 does not apply (synchronous): the connector is')
  })

  it('is, for how errors are mapped, its table', () => {
    expect(at('ERR-1')).toContain('  1002  HTTP 404  no_results: The search does not exist')
    expect(at('ERR-2')).toContain('  404   HTTP 404  any code: No such resource')
  })

  it('is, for pages, how it divides a result', () => {
    expect(at('PAGE-2')[1]).toMatch(
      /^ {2}Pages +token \(offset, page_token, limit.*1000 rows each$/,
    )
    const whole = {
      ...abcSource,
      paging: { ...abcSource.paging, words: {}, style: 'whole' as const },
    }
    expect(at('PAGE-2', whole).join('\n')).toContain('gives every result whole')
  })

  it('may be nothing special', () => {
    expect(at('ENV-1')).toEqual(['At ABC Security Monitor', '  nothing is special'])
  })
})
