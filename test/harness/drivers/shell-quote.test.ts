import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shellQuote } from '../../../harness/drivers/shell-quote.ts'

/** Words that are made, and read by a shell. */
const SAMPLES = 300

/** The words that a shell hands to a program which is called with them. */
function wordsFrom(shell: string, words: readonly string[]): readonly string[] {
  const script = `printf '%s\\0' ${words.map(shellQuote).join(' ')}\n`
  return execFileSync(shell, { input: script, encoding: 'utf8' }).split('\0').slice(0, -1)
}

test('a shell reads back every word as it was', () => {
  const awkward = fc.constantFrom(
    "'",
    '"',
    '\\',
    '$',
    '`',
    '!',
    '\n',
    '\r',
    '\t',
    '\x1b',
    '\x7f',
    '7',
  )
  const word = fc.oneof(
    fc.string({ unit: awkward }),
    fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
  )
  // All in one shell: to start one for each takes longer than they do.
  const words = fc.sample(word, SAMPLES)
  expect(wordsFrom('bash', words)).toEqual(words)
})

test('any POSIX shell reads back words without control characters', () => {
  const words = ['', 'plain', "it's", '"$HOME" `id` \\', '{"a": 1}', 'naïve ☃', '-n', '!!']
  expect(wordsFrom('/bin/sh', words)).toEqual(words)
})

test('what needs no quotes gets none', () => {
  expect(shellQuote('connectors/abc-security-monitor')).toBe('connectors/abc-security-monitor')
})

test('no control character is left for a terminal to act on', () => {
  expect(shellQuote('red \x1b[31m, back \u202e')).toBe(
    String.raw`$'red \033[31m, back \342\200\256'`,
  )
})
