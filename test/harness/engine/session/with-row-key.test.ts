import { expect, test } from 'vitest'
import { withRowKey } from '../../../../harness/engine/session/with-row-key.ts'
import type { Reading } from '../../../../harness/kit/answer.ts'

const reading = (data: unknown): Reading => ({ kind: 'success', envelope: { success: true, data } })

test('rows are known by the field that their author declares', () => {
  expect(withRowKey(reading([{ uid: 'a', id: 7 }]), 'uid')).toEqual(
    reading([{ uid: 'a', id: 'a' }]),
  )
})

test('rows as JSON text are read for it', () => {
  expect(withRowKey(reading('[{"uid":"a"}]'), 'uid')).toEqual(reading([{ uid: 'a', id: 'a' }]))
})

test.each([reading('no rows'), { kind: 'boolean', value: true } as const])(
  'what holds no rows stays as it is',
  (other) => {
    expect(withRowKey(other, 'uid')).toBe(other)
  },
)
