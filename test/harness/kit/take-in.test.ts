import { expect, test } from 'vitest'
import type { CallResult } from '../../../harness/drivers/driver.ts'
import { takeIn } from '../../../harness/kit/take-in.ts'

const answered = (value: unknown): CallResult => ({
  kind: 'answered',
  value,
  stdout: 'log',
  stderr: '',
})

test('an answer stays what it was when its connector changes the object later', () => {
  const envelope = { success: true, status: 'RUNNING' }
  const taken = takeIn(answered(envelope))
  envelope.status = 'COMPLETED'
  expect(taken).toEqual(answered({ success: true, status: 'RUNNING' }))
})

test('a hundred megabytes are too much, and what was printed beside them is kept', () => {
  const taken = takeIn(answered({ success: true, data: ['x'.repeat(100_000_000)] }))
  expect(taken).toMatchObject({ kind: 'too-much-output', stdout: 'log' })
})

test('what is nested too deep for a reader of JSON is no value', () => {
  let value: unknown = []
  for (let level = 0; level < 100_000; level += 1) value = [value]
  expect(takeIn(answered(value))).toMatchObject({ kind: 'no-value' })
})

test.each([
  ['a date', { success: true, at: new Date(0) }],
  ['a function', { success: true, next: () => undefined }],
])('%s is left to the clause that judges it', (_, value) => {
  expect(takeIn(answered(value))).toMatchObject({ kind: 'answered', value })
})

test('a getter that throws is left to the clause that judges it', () => {
  const value = {
    get success(): boolean {
      throw new Error('not yet')
    },
  }
  const result = answered(value)
  expect(takeIn(result)).toBe(result)
})

test('what is no answer is passed on', () => {
  const result: CallResult = { kind: 'timed-out', afterMilliseconds: 5, stdout: '', stderr: '' }
  expect(takeIn(result)).toBe(result)
})
