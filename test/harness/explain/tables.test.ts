import { describe, expect, it } from 'vitest'
import { CONTINUATIONS } from '../../../harness/explain/continuations.ts'
import { FORMULAS } from '../../../harness/explain/formulas.ts'
import { PAGING_RULES } from '../../../harness/explain/paging-rules.ts'

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
    const none = { offset: undefined, token: undefined, tokenAsSent: undefined, rows: undefined }
    const pages = example.map((page) => ({ ...none, nextToken: undefined, ...page }))
    expect(judge({ window: windowOf({ offset: 0, length: 10 }), rows: [], pages })).toBe('shows')
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
