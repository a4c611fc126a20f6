import { describe, expect, it } from 'vitest'
import { secretsOf } from '../../../../contracts/data-source/secrets-of.ts'
import type { CallResult } from '../../../../harness/drivers/driver.ts'
import { accountOf } from '../../../../harness/engine/session/credentials.ts'
import { SecretFinder } from '../../../../harness/kit/secrets.ts'
import { abcSource } from '../../../support/abc-source.ts'
import { answerOf } from '../../../support/made-answer.ts'
import { request, toyDriver } from '../../../support/toy-driver.ts'
import { withSession } from '../../../support/toy-session.ts'
import { judged } from './judged.ts'

const secrets = new SecretFinder(
  secretsOf(abcSource.credentials, accountOf(abcSource, 'a session').credentials),
)
const password = secrets.form('plain')

const seen = (result: Partial<CallResult>) => {
  const answer = answerOf({ success: true })
  return { ...answer, result: { ...answer.result, ...result } as CallResult }
}
const said = (result: Partial<CallResult>) => judged('SEC-1', seen(result), { secrets })

const LEAKS: readonly (readonly [string, Partial<CallResult>, string])[] = [
  ['the answer', { value: { success: false, error: `bad ${password}` } } as never, 'plain'],
  ['the answer', { value: { a: [[{ b: secrets.form('base64') }]] } } as never, 'base64'],
  ['the answer', { value: new Map([['url', secrets.form('percent')]]) } as never, 'percent'],
  ['the answer', { value: { [password]: 1 } } as never, 'plain'],
  ['the answer', { kind: 'threw', message: `Error: ${password}` } as never, 'plain'],
  ['standard output', { stdout: `debug ${password}\n` }, 'plain'],
  ['standard error', { stderr: `Authorization: Basic ${secrets.form('base64')}` }, 'base64'],
]

describe('SEC-1', () => {
  it('is content with an answer that says nothing of credentials', () => {
    expect(said({ stdout: 'out', stderr: 'err' })).toBe('nothing')
  })

  it.each(LEAKS)('finds them in %s (%#), and never shows them', (place, result, encoding) => {
    expect(said(result)).toEqual({
      expected: `no credentials in ${place}`,
      actual: expect.stringMatching(`^the \\w+ there \\(${encoding}\\)$`),
    })
  })

  it('is content with what the caller itself passed in', () => {
    const answer = { ...seen({ stdout: password }), arguments: [password] }
    expect(judged('SEC-1', answer, { secrets })).toBe('nothing')
  })

  it('finds them in the URL of a request, and not in its headers', async () => {
    const driver = toyDriver({
      ping: async (call) => (await request(call, '/ping')).json(),
      status: async (call) => {
        const { password: secret } = call.configuration.auth
        return (await request(call, `/ping?password=${encodeURIComponent(String(secret))}`)).json()
      },
    })
    await withSession(driver, async ({ connector, secrets: own }) => {
      const [quiet, loud] = [await connector.ping(), await connector.status('a')]
      expect(judged('SEC-1', quiet, { secrets: own })).toBe('nothing')
      expect(judged('SEC-1', loud, { secrets: own })).toMatchObject({
        expected: 'no credentials in the URL of a request',
        actual: expect.stringContaining('the password there'),
      })
    })
  })
})
