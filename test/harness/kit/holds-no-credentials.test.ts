import { describe, expect, it } from 'vitest'
import { secretsOf } from '../../../contracts/data-source/secrets-of.ts'
import type { CallResult } from '../../../harness/drivers/driver.ts'
import { accountOf } from '../../../harness/engine/session/credentials.ts'
import { holdsNoCredentials } from '../../../harness/kit/holds-no-credentials.ts'
import { SecretFinder } from '../../../harness/kit/secrets.ts'
import { abcSource } from '../../support/abc-source.ts'
import { answerOf } from '../../support/made-answer.ts'
import { request, toyDriver } from '../../support/toy-driver.ts'
import { withSession } from '../../support/toy-session.ts'

const secrets = new SecretFinder(
  secretsOf(abcSource.credentials, accountOf(abcSource, 'a session').credentials),
)
const password = secrets.form('plain')

const seen = (result: Partial<CallResult>) => {
  const answer = answerOf({ success: true })
  return { ...answer, result: { ...answer.result, ...result } as CallResult }
}

const LEAKS: readonly (readonly [string, Partial<CallResult>, string])[] = [
  ['the answer', { value: { success: false, error: `bad ${password}` } } as never, 'plain'],
  ['the answer', { value: { a: [[{ b: secrets.form('base64') }]] } } as never, 'base64'],
  ['the answer', { value: new Map([['url', secrets.form('percent')]]) } as never, 'percent'],
  ['the answer', { kind: 'threw', message: `Error: ${password}` } as never, 'plain'],
  ['standard output', { stdout: `debug ${password}\n` }, 'plain'],
  ['standard error', { stderr: `Authorization: Basic ${secrets.form('base64')}` }, 'base64'],
]

describe('holdsNoCredentials', () => {
  it('is content with an answer that says nothing of them', () => {
    expect(() => holdsNoCredentials(seen({ stdout: 'out', stderr: 'err' }), secrets)).not.toThrow()
  })

  it.each(LEAKS)('finds them in %s (%#)', (place, result, encoding) => {
    expect(() => holdsNoCredentials(seen(result), secrets)).toThrow(
      new RegExp(`expected no credentials in ${place}, got the \\w+ there \\(${encoding}\\)`),
    )
  })

  it('never shows what it found', () => {
    for (const [, result] of LEAKS) {
      expect(() => holdsNoCredentials(seen(result), secrets)).toThrow(
        expect.not.objectContaining({ message: expect.stringContaining(password) }),
      )
    }
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
      expect(() => holdsNoCredentials(quiet, own)).not.toThrow()
      expect(() => holdsNoCredentials(loud, own)).toThrow(/the URL of a request.*the password/)
    })
  })
})
