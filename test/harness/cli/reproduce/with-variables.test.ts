import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { withVariables } from '../../../../harness/cli/reproduce/with-variables.ts'
import { shellQuote } from '../../../../harness/drivers/shell-quote.ts'

it('a command to paste has variables for secrets, which a shell puts in their places', () => {
  const value = `it's "a" $secret`
  const secret = { name: 'configuration.auth.api_key', value, isNamed: true }
  const json = JSON.stringify({ auth: { api_key: value, more: 'x' } })
  const { command, notes } = withVariables(`printf %s ${shellQuote(json)}`, [secret])
  expect(command).not.toContain('secret')
  expect(notes).toEqual([
    'CONFIGURATION_AUTH_API_KEY is configuration.auth.api_key, as JSON writes it.',
  ])
  const env = { ...process.env, CONFIGURATION_AUTH_API_KEY: JSON.stringify(value).slice(1, -1) }
  expect(execFileSync('sh', ['-c', command], { env }).toString()).toBe(json)
})

it('and is as it was where nothing secret is in it', () => {
  expect(withVariables('echo 1', [{ name: 'env.PIN', value: '1', isNamed: true }])).toEqual({
    command: 'echo 1',
    notes: [],
  })
})
