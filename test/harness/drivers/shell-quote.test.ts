import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SHELLS, shellOf, variableIn } from '../../../harness/drivers/shell.ts'
import { shellLine, shellQuote } from '../../../harness/drivers/shell-quote.ts'

/** Words that are made, and read by a shell. */
const SAMPLES = 300

/** The words that a shell hands to a program which is called with them. */
function wordsFrom(shell: string, words: readonly string[]): readonly string[] {
  const script = `printf '%s\\0' ${words.map((word) => shellQuote(word, 'posix')).join(' ')}\n`
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

/** A word, and how it is written for PowerShell and for cmd. */
const ON_WINDOWS = [
  ['connectors/abc.ts', 'connectors/abc.ts', 'connectors/abc.ts'],
  [String.raw`C:\work\abc.ts`, String.raw`C:\work\abc.ts`, String.raw`C:\work\abc.ts`],
  ['--only', '--only', '--only'],
  ['--', "'--'", '"--"'],
  ['PAGE-1,ERR', "'PAGE-1,ERR'", '"PAGE-1,ERR"'],
  ['two words', "'two words'", '"two words"'],
  ["it's", "'it''s'", '"it\'s"'],
  ['=x', "'=x'", '"=x"'],
  ['@x', "'@x'", '"@x"'],
  ['a & b | c > d', "'a & b | c > d'", '"a & b | c > d"'],
  ['{"a":"$b"}', '\'{"a":"$b"}\'', String.raw`"{\"a\":\"$b\"}"`],
  [String.raw`a b\ `.trim(), String.raw`'a b\'`, String.raw`"a b\\"`],
  [String.raw`a\"b`, String.raw`'a\"b'`, String.raw`"a\\\"b"`],
  ['', "''", '""'],
  ['a\n$b\u001b', '"a`n`$b$([char]0x001b)"', String.raw`"a\n$b\u001b"`],
] as const

test.each(ON_WINDOWS)('%j is %s for PowerShell and %s for cmd', (word, powershell, cmd) => {
  expect(shellQuote(word, 'powershell')).toBe(powershell)
  expect(shellQuote(word, 'cmd')).toBe(cmd)
})

test.each([
  ['linux', {}, 'posix'],
  ['darwin', { PROMPT: '%' }, 'posix'],
  ['win32', {}, 'powershell'],
  ['win32', { PROMPT: '$P$G' }, 'cmd'],
] as const)('on %s with %j lines are for %s', (platform, environment, shell) => {
  expect(shellOf(platform, environment)).toBe(shell)
})

test('variables are set and named as the shell has it', () => {
  const lines = SHELLS.map((shell) => shellLine(['node', 'a b'], { KEY: 'x y' }, shell))
  expect(lines).toEqual([
    "KEY='x y' node 'a b'",
    "$env:KEY = 'x y'; node 'a b'",
    'set "KEY=x y" && node "a b"',
  ])
  expect(SHELLS.map((shell) => variableIn(shell, 'KEY'))).toEqual(['"$KEY"', '$env:KEY', '"%KEY%"'])
})

test('zsh is given no word that it would look up as a command', () => {
  expect(shellQuote('=x')).toBe("'=x'")
})
