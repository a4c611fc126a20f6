import { describe, expect, it } from 'vitest'
import { canonicalJson, hashOf } from '../../../harness/data-source/hash-of.ts'
import { abcSource } from '../../support/abc-source.ts'

describe('the hash of a data source', () => {
  it('is 64 hex digits', () => {
    expect(hashOf(abcSource)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is the same in whatever order things are said', () => {
    const { name, ...rest } = abcSource
    expect(hashOf({ ...rest, name })).toBe(hashOf(abcSource))
  })

  it('is another where a fact is another', () => {
    expect(hashOf({ ...abcSource, ids: { anyText: false, empty: 'refused' } })).not.toBe(
      hashOf(abcSource),
    )
  })
})

it('writes equal values as equal texts, and keeps the order of lists', () => {
  expect(canonicalJson({ b: { d: 1, c: [2, 1] }, a: null })).toBe(
    '{"a":null,"b":{"c":[2,1],"d":1}}',
  )
})
