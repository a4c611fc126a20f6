import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shellQuote } from '../../../harness/drivers/shell-quote.ts'
import { wrapCommand } from '../../../harness/text/wrap-command.ts'

/** Commands that are made, and read by a shell. */
const SAMPLES = 100

it('leaves a command that is short enough as it is', () => {
  expect(wrapCommand('npx connector-contract verify abc', 14)).toBe(
    'npx connector-contract verify abc',
  )
})

it('breaks a long one between words, so that it can still be pasted', () => {
  const file = `./${'a'.repeat(36)}.ts`
  expect(wrapCommand(`npx connector-contract verify ${file} --only PAGE-1 --seed 1`, 14)).toBe(
    `npx connector-contract verify ${file} \\
                --only PAGE-1 --seed 1`,
  )
})

it('means the same to a shell, whatever stands in its words', () => {
  const word = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 50 }))
  const words = fc.array(
    word.filter((each) => !each.includes('\0')),
    { minLength: 1 },
  )
  // A line of a script each, in one shell: to start one for each takes longer than they do.
  const samples = fc.sample(words, SAMPLES)
  const commands = samples.map((each) =>
    wrapCommand(['printf', "'%s\\0'", ...each.map((word) => shellQuote(word))].join(' '), 14),
  )
  const printed = execFileSync('bash', {
    input: commands.map((command) => `${command}\nprintf '\\n\\0'\n`).join(''),
    encoding: 'utf8',
  })
  expect(printed).toBe(samples.map((each) => `${each.join('\0')}\0\n\0`).join(''))
})
