import { expect, test } from 'vitest'
import { answered } from '../../../harness/drivers/answered.ts'

test('a value is an answer, the live value itself', () => {
  const value = { success: true }
  expect(answered(value)).toEqual({ kind: 'answered', value })
  expect(answered(value)).toHaveProperty('value', value)
})

test('a hundred megabytes are too much', () => {
  const value = { success: true, data: ['x'.repeat(100_000_000)] }
  expect(answered(value)).toMatchObject({ kind: 'too-much-output' })
})

test('what is nested too deep for a reader of JSON is no value', () => {
  let value: unknown = []
  for (let level = 0; level < 100_000; level += 1) value = [value]
  expect(answered(value)).toMatchObject({ kind: 'no-value' })
})

test('a getter that throws is left to whoever reads the answer', () => {
  const value = {
    get success(): boolean {
      throw new Error('not yet')
    },
  }
  expect(answered(value).kind).toBe('answered')
})
