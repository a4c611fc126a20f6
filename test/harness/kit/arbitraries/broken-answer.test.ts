import { describe, expect, it } from 'vitest'
import { Declarations } from '../../../../contracts/declarations.ts'
import { brokenAnswers, brokenFor } from '../../../../harness/kit/arbitraries/broken-answer.ts'
import { abcSource } from '../../../support/abc-source.ts'

const capabilities = {
  mode: 'asynchronous',
  scheme: 'http',
  declarations: Declarations.parse({}),
} as const
/** Its rows are all that a body holds, and it names one broken answer more. */
const bare = {
  ...abcSource,
  vital: { results: [{ at: [], name: 'rows', holds: 'rows' as const }] },
  broken: { 'a page of another API': { status: 200, body: '{"kind":"list"}' } },
}

describe('a broken answer', () => {
  it('is any of those that no data source gives, and of those that this one names', () => {
    expect(brokenAnswers(bare)).toEqual([
      ...['not JSON', 'empty', 'HTML', 'null', 'a list', 'a text'],
      ...['an error that is empty', 'an error in HTML'],
      ...['nothing under 202', 'nothing under 204', 'a page of another API'],
    ])
  })

  it('is the right answer but for one member that the data source calls vital', () => {
    const source = {
      ...abcSource,
      vital: { query: [{ at: ['job', 'id'], name: 'job', holds: 'text' as const }] },
    }
    expect(brokenAnswers(source)).toContain('job empty')
    const given = { ...capabilities, source }
    expect(brokenFor('job empty', given, 'query')).toEqual({
      kind: 'schema-drift',
      operation: 'create',
      field: ['job', 'id'],
      to: '',
    })
    expect(brokenFor('job empty', given, 'ping')).toBeUndefined()
  })

  it('is no list where rows are the whole body', () => {
    const given = { ...capabilities, source: bare }
    expect(brokenFor('a list', given, 'results')).toBeUndefined()
    expect(brokenFor('a list', given, 'status')).toBeDefined()
  })
})
