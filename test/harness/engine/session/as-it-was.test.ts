import { expect, test } from 'vitest'
import type { CallResult } from '../../../../harness/drivers/driver.ts'
import { asItWas } from '../../../../harness/engine/session/as-it-was.ts'

const answered = (value: unknown): CallResult => ({
  kind: 'answered',
  value,
  stdout: '',
  stderr: '',
})

test('an answer stays what it was when its connector changes the object later', () => {
  const envelope = { success: true, status: 'RUNNING' }
  const kept = asItWas(answered(envelope))
  envelope.status = 'COMPLETED'
  expect(kept).toEqual(answered({ success: true, status: 'RUNNING' }))
})

test('a field named `__proto__` is kept as a field', () => {
  const value: unknown = JSON.parse('{"data":[{"__proto__":{"id":"another"}}]}')
  expect(JSON.stringify(asItWas(answered(value)))).toContain('"__proto__":{"id":"another"}')
})

test.each([
  ['a date', { success: true, at: new Date(0) }],
  ['a function', { success: true, next: () => undefined }],
  [
    'a getter that throws',
    {
      get success(): boolean {
        throw new Error('not yet')
      },
    },
  ],
])('%s is left to the clause that judges it', (_, value) => {
  const result = answered(value)
  expect(asItWas(result)).toBe(result)
})

test('what is no answer is passed on', () => {
  const result: CallResult = { kind: 'timed-out', afterMilliseconds: 5, stdout: '', stderr: '' }
  expect(asItWas(result)).toBe(result)
})
