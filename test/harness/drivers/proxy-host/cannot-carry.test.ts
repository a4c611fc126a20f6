import { expect, test } from 'vitest'
import type { Method } from '../../../../contracts/method.ts'
import { cannotCarry } from '../../../../harness/drivers/proxy-host/cannot-carry.ts'

test.each<[string, Method, readonly unknown[], string]>([
  ['metadata of results', 'results', ['id', 0, 1, { token: 'x' }], 'metadata'],
  ['metadata of status', 'status', ['id', 'x'], 'metadata'],
  ['metadata that says nothing', 'results', ['id', 0, 1, null], 'metadata'],
  ['an argument left out', 'results', ['id', 0], 'left out'],
  ['what is no number', 'results', ['id', Number.NaN, 1], 'JSON'],
  ['a whole number that JSON writes as a fraction', 'results', ['id', 1e21, 1], 'JSON'],
  ['a function', 'query', [() => {}], 'JSON'],
])('a host cannot carry %s', (_, method, args, reason) => {
  expect(cannotCarry(method, args)).toContain(reason)
})

test.each<[string, Method, readonly unknown[]]>([
  ['a query of any text', 'query', ['\0 "\' \n é😀 \ud83d']],
  ['a query of any length', 'query', ['x'.repeat(1_000_000)]],
  ['numbers, and texts of numbers', 'results', ['id', -1.5, '1']],
  ['metadata that is not given', 'results', ['id', 0, 1, undefined]],
  ['an object for a text', 'status', [{ id: 1 }]],
])('a host can carry %s', (_, method, args) => {
  expect(cannotCarry(method, args)).toBeUndefined()
})
