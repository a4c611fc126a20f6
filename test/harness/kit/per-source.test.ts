import { expect, it } from 'vitest'
import { perSource } from '../../../harness/kit/per-source.ts'
import { abcSource } from '../../support/abc-source.ts'

it('a value is made once for each data source', () => {
  const titleOf = perSource(({ title }) => ({ title }))
  const another = { ...abcSource, title: 'Another' }
  expect(titleOf(abcSource)).toBe(titleOf(abcSource))
  expect(titleOf(another)).toEqual({ title: 'Another' })
})
