import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shellQuote } from '../../../harness/drivers/shell-quote.ts'
import { wrapCommand } from '../../../harness/text/wrap-command.ts'

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
  fc.assert(
    fc.property(words, (each) => {
      const command = wrapCommand(['printf', "'%s\\0'", ...each.map(shellQuote)].join(' '), 14)
      expect(execFileSync('bash', ['-c', command], { encoding: 'utf8' })).toBe(
        each.map((text) => `${text}\0`).join(''),
      )
    }),
    { numRuns: 40 },
  )
})
