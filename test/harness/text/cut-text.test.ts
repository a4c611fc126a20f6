import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { shorten } from '../../../harness/kit/printable.ts'
import { cutText } from '../../../harness/text/cut-text.ts'

test('a text that a report has room for stays whole', () => {
  const text = 'x'.repeat(10_000)
  expect(cutText(text)).toBe(text)
})

test('of a longer one there is its beginning, its end, its length and a hash', () => {
  const text = `${'a'.repeat(2_000)}${'b'.repeat(10 * 1024 * 1024 - 2_500)}${'c'.repeat(500)}`
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const note = ` … [10,485,760 characters, sha256 ${hash}…] … `
  expect(cutText(text)).toBe(`${'a'.repeat(2_000)}${note}${'c'.repeat(500)}`)
})

test('two that differ in the middle differ, and in a port of the run they do not', () => {
  const around = (middle: string) => cutText('a'.repeat(9_000) + middle + 'b'.repeat(9_000))
  expect(around('one')).not.toBe(around('two'))
  expect(around(' at 127.0.0.1:34567 ')).toBe(around(' at 127.0.0.1:45678 '))
})

test('half a character is none', () => {
  const text = `${'a'.repeat(1_999)}${'😀'.repeat(5_000)}`
  expect(cutText(text).isWellFormed()).toBe(true)
})

test('what is cut once more still says how long it was', () => {
  const once = cutText('x'.repeat(1_234_567))
  expect(shorten(once, 40)).toMatch(
    /^x{20} … \[1,234,567 characters, sha256 [\da-f]{12}…\] … x{20}$/,
  )
})
