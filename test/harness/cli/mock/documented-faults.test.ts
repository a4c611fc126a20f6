import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultFromText } from '../../../../harness/cli/mock/fault-from-text.ts'
import { abcSecurityMonitor } from '../../../../mock-datasource/sources/abc-security-monitor/definition.ts'
import { EVERY_KIND } from '../../../mock-datasource/support/every-kind.ts'
import ledgerWatch from '../../../sources/ledger-watch/definition.ts'

const PAGE = readFileSync(new URL('../../../../docs/mock.md', import.meta.url), 'utf8')
const EXAMPLES = [...PAGE.matchAll(/^--fault (.+)$/gm)].map(([, argument]) => argument as string)

/** What a program gets of a word that is written in a shell. */
function unquoted(word: string): string {
  return execFileSync('sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' })
}

/** Where nobody logs in, nothing expires. */
const sourceFor = (argument: string) =>
  argument.startsWith('session-expired') ? ledgerWatch : abcSecurityMonitor

const faultOf = (argument: string) => faultFromText(unquoted(argument), sourceFor(argument))

test.each(EXAMPLES)('docs/mock.md: --fault %s is a fault', (argument) => {
  expect(faultOf(argument)).toHaveProperty('kind')
})

test('docs/mock.md has an example of every kind', () => {
  const shown = new Set(EXAMPLES.map((argument) => faultOf(argument).kind))
  expect([...shown].sort()).toEqual(EVERY_KIND.map(({ kind }) => kind).sort())
})
