import { describe, expect, it } from 'vitest'
import { type Clause, FAMILIES, FAMILY_TITLES } from '../../contracts/clause.ts'
import { CLAUSES, type ClauseId, clauseOf, findClause } from '../../contracts/clauses.ts'
import { KEYS_OF_FAILURE, KEYS_OF_SUCCESS } from '../../contracts/envelopes.ts'
import { ERROR_CODES } from '../../contracts/error-code.ts'
import { METHODS } from '../../contracts/method.ts'

/** How many clauses the contract has in each family, numbered from 1. */
const NUMBER_OF_CLAUSES = { ENV: 6, MODE: 3, LIFE: 10, PAGE: 9, ERR: 5, NET: 7, SEC: 4 }

const SHOULD_CLAUSES = ['ENV-4', 'ENV-6', 'LIFE-9', 'NET-7']
const MUST_CLAUSES_THAT_ASK_FOR_MORE = [
  'ENV-1',
  'ENV-2',
  'PAGE-1',
  'PAGE-5',
  'PAGE-8',
  'ERR-3',
  'ERR-4',
  'NET-3',
  'NET-5',
]

/** What clauses put in backticks beside methods, codes and the keys of envelopes. */
const OTHER_WORDS = [
  'Connection: close',
  'Content-Encoding',
  'Content-Length',
  'host',
  'id',
  'length',
  'metadata',
  'offset',
  'options.result_limit',
  'options.timeout',
  'port',
  'results(id, offset, length)',
  'Retry-After',
  'selfSignedCert',
  'success',
]

const clauses: readonly Clause[] = CLAUSES

describe('the clauses of the contract', () => {
  it('are all there, each once, in the order of the families and numbers', () => {
    const wanted = FAMILIES.flatMap((family) =>
      Array.from({ length: NUMBER_OF_CLAUSES[family] }, (_, index) => `${family}-${index + 1}`),
    )
    expect(CLAUSES.map(({ id }) => id)).toEqual(wanted)
  })

  it('are MUST but for a few', () => {
    const should = clauses.filter(({ level }) => level !== 'MUST')
    expect(should.map(({ id, level }) => `${id} ${level}`)).toEqual(
      SHOULD_CLAUSES.map((id) => `${id} SHOULD`),
    )
  })

  it('say apart what a connector should do beyond what it must', () => {
    const more = clauses.filter(({ should }) => should !== undefined).map(({ id }) => id)
    expect(more).toEqual(MUST_CLAUSES_THAT_ASK_FOR_MORE)
  })

  it.each(clauses)('$id has a title for a table and a text of whole sentences', (clause) => {
    expect(clause.title).toMatch(/^\S.*[^.\s]$/)
    expect(clause.title.length).toBeLessThanOrEqual(70)
    expect(clause.text).toMatch(/^\S.*\.$/)
    expect(clause.should ?? 'None.').toMatch(/^\S.*\.$/)
    expect(clause.source).not.toBe('')
  })

  it.each(clauses)('$id speaks of known methods, in their order, none twice', ({ methods }) => {
    expect(methods).not.toEqual([])
    expect(methods).toEqual(METHODS.filter((method) => methods.includes(method)))
  })

  it.each(clauses)('$id puts nothing in backticks that does not exist', (clause) => {
    const known = [
      ...METHODS,
      ...ERROR_CODES,
      ...KEYS_OF_SUCCESS,
      ...KEYS_OF_FAILURE,
      ...OTHER_WORDS,
    ]
    const texts = [clause.title, clause.text, clause.should ?? '']
    const words = texts.flatMap((text) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word))
    expect(words.filter((word) => !(known as unknown[]).includes(word))).toEqual([])
  })

  it('have a title for every family', () => {
    expect(Object.keys(FAMILY_TITLES)).toEqual([...FAMILIES])
  })
})

describe('findClause and clauseOf', () => {
  it('give the clause of an id', () => {
    expect(findClause('PAGE-2')).toBe(CLAUSES.find(({ id }) => id === 'PAGE-2'))
    expect(clauseOf('PAGE-2')).toBe(findClause('PAGE-2'))
  })

  it.each(['PAGE-10', 'page-1', 'PAGE', ''])('know no clause %j', (id) => {
    expect(findClause(id)).toBeUndefined()
    expect(() => clauseOf(id as ClauseId)).toThrow(/missing/)
  })
})
