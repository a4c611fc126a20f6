import { describe, expect, it } from 'vitest'
import { CONTINUATIONS } from '../../../harness/explain/continuations.ts'
import { FORMULAS } from '../../../harness/explain/formulas.ts'
import { pagingRules } from '../../../harness/explain/paging-rules.ts'
import { abcSource } from '../../support/abc-source.ts'

const PAGING_RULES = pagingRules(abcSource)

const RESULT = { keys: [...'0123456789'], pageSize: 4 }

const windowOf = ({ offset, length }: { readonly offset: number; readonly length: number }) => ({
  ...{ ...RESULT, offset, length },
  asked: { offset, length },
})

describe('a formula', () => {
  it.each(FORMULAS)('$name foretells the rows of its example', ({ predict, example }) => {
    expect(predict(windowOf(example))?.join('')).toBe(example.gives)
  })
})

describe('a continuation', () => {
  it.each(CONTINUATIONS)('$name foretells the rows of its example', ({ predict, example }) => {
    const { before } = example
    const window = { ...windowOf(example), before, continuesAt: before.offset + before.length }
    expect(predict(window).join('')).toBe(example.gives)
  })
})

describe('a rule of paging', () => {
  it.each(PAGING_RULES)('$name is shown by its example', ({ judge, example }) => {
    const window = windowOf({ offset: 0, length: 10 })
    expect(judge({ window, rows: [], pages: example })).toBe('shows')
  })

  it('is none of a token where no token leads to the next page', () => {
    const { paging } = abcSource
    expect(pagingRules({ paging: { ...paging, words: { place: 'page' } } })).toEqual([])
  })

  it('is told in the words of the data source', () => {
    const words = { place: 'from', token: 'cursor' }
    const rules = pagingRules({ paging: { ...abcSource.paging, words } })
    expect(rules.at(-1)?.sentence).toBe(
      'from and cursor were both sent, of which the API takes one',
    )
  })
})

it.each([
  ['formulas', FORMULAS],
  ['continuations', CONTINUATIONS],
  ['rules of paging', PAGING_RULES],
])('%s have names of their own', (_, rows) => {
  const names = rows.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
