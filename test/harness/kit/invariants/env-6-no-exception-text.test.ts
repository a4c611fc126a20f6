import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../../mock-datasource/index.ts'
import { answerOf } from '../../../support/made-answer.ts'
import { judged } from './judged.ts'

const failure = (error: string) => answerOf({ success: false, code: 'unknown', error })

const answering = (body: string, truncated?: true) =>
  ({
    response: { status: 500, headers: {}, body, ...(truncated && { truncated }) },
  }) as JournalEntry

describe('ENV-6 takes for the exception text of a language', () => {
  it.each([
    "'NoneType' object has no attribute 'get'",
    "abc connector error => 'NoneType' object is not subscriptable",
    'list index out of range',
    "string indices must be integers, not 'str'",
    "KeyError: 'data'",
    "'data'",
    "stix connector error => 'data'",
    "name 'rows' is not defined",
    'int() argument must be a string: TypeError: x',
    "invalid literal for int() with base 10: 'abc'",
    "run() missing 1 required positional argument: 'search_id'",
    "Cannot read properties of undefined (reading 'data')",
    'TypeError: response.rows.map is not a function',
    'rows is not iterable',
    'ReferenceError: rows is not defined',
    'runtime error: index out of range [5] with length 3',
    'panic: runtime error: invalid memory address or nil pointer dereference',
    'java.lang.NullPointerException: Cannot invoke "Foo.bar()" because "foo" is null',
    'Object reference not set to an instance of an object.',
    "undefined method `each' for nil:NilClass",
    'called `Option::unwrap()` on a `None` value',
  ])('%s', (error) => {
    expect(judged('ENV-6', failure(error))).toMatchObject({
      actual: expect.stringContaining('says of a mistake in a program'),
    })
  })
})

describe('ENV-6 is content with', () => {
  it.each([
    'Search not found',
    "no such search: 'abc'",
    "The attribute 'get' does not exist",
    'the query could not be parsed: FOO is not a function of this API',
    'Index 12 does not exist',
    'offset is out of range',
    'Expecting value: line 1 column 1 (char 0)',
    'Unexpected token < in JSON at position 0',
    'fetch failed',
    "HTTPSConnectionPool(host='127.0.0.1', port=1): Max retries exceeded",
    'length is not defined for this search',
    'a type error in the query',
    '',
  ])('%j', (error) => {
    expect(judged('ENV-6', failure(error))).toBe('nothing')
  })

  it('a message of the data source that holds such a text', () => {
    const error = `Internal error: Cannot read properties of undefined (reading "data")`
    const body = JSON.stringify({ code: 1020, message: error })
    const answer = failure(error)
    expect(judged('ENV-6', answer)).not.toBe('nothing')
    expect(judged('ENV-6', { ...answer, exchanges: [answering(body)] })).toBe('nothing')
  })

  it('any text where the body of an answer was kept in part', () => {
    const answer = { ...failure('list index out of range'), exchanges: [answering('{', true)] }
    expect(judged('ENV-6', answer)).toBe('nothing')
  })

  it('a text that the caller passed in', () => {
    const answer = { ...failure("bad query: KeyError: 'x'"), arguments: ["SELECT KeyError: 'x'"] }
    expect(judged('ENV-6', answer)).toBe('nothing')
  })

  it('a success, and a failure without a text, which it does not judge', () => {
    expect(judged('ENV-6', answerOf({ success: true, error: "'data'" }))).toBe('not judged')
    expect(judged('ENV-6', answerOf({ success: false, error: 1 }))).toBe('not judged')
  })
})
