import { expect, test } from 'vitest'
import { nearestName } from '../../../contracts/given/nearest-name.ts'

const NAMES = ['delete', 'metadata', 'result_limit', 'row_key']

test.each([
  ['delte', 'delete'],
  ['meta_data', 'metadata'],
  ['resultLimit', 'result_limit'],
  ['rowkey', 'row_key'],
])('%s is near to %s', (written, meant) => {
  expect(nearestName(written, NAMES)).toBe(meant)
})

test('what is near to nothing is near to nothing', () => {
  expect(nearestName('xyzzy', NAMES)).toBeUndefined()
})
