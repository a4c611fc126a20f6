import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shellQuote } from '../../../harness/drivers/shell-quote.ts'

const run = promisify(execFile)

/** The words that a shell hands to a program which is called with them. */
async function wordsFrom(shell: string, words: readonly string[]): Promise<string[]> {
  const line = `printf '%s\\0' ${words.map(shellQuote).join(' ')}`
  const { stdout } = await run(shell, ['-c', line])
  return stdout.split('\0').slice(0, -1)
}

test('a shell reads back every word as it was', async () => {
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
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 20 }), async (words) => {
      expect(await wordsFrom('bash', words)).toEqual(words)
    }),
    { numRuns: 30 },
  )
})

test('any POSIX shell reads back words without control characters', async () => {
  const words = ['', 'plain', "it's", '"$HOME" `id` \\', '{"a": 1}', 'naïve ☃', '-n', '!!']
  expect(await wordsFrom('/bin/sh', words)).toEqual(words)
})

test('what needs no quotes gets none', () => {
  expect(shellQuote('connectors/abc-security-monitor')).toBe('connectors/abc-security-monitor')
})

test('no control character is left for a terminal to act on', () => {
  expect(shellQuote('red \x1b[31m, back \u202e')).toBe(
    String.raw`$'red \033[31m, back \342\200\256'`,
  )
})
