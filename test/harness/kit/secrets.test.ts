import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NamedSecret } from '../../../contracts/data-source/secret.ts'
import { secretsOf } from '../../../contracts/data-source/secrets-of.ts'
import { accountOf } from '../../../harness/engine/session/credentials.ts'
import { SecretFinder } from '../../../harness/kit/secrets.ts'
import type { Account } from '../../../mock-datasource/index.ts'
import { abcSource } from '../../support/abc-source.ts'

const finderOf = (account: Account) =>
  new SecretFinder(secretsOf(abcSource.credentials, account.credentials))
const account = accountOf(abcSource, 'a session')
const { username = '', password = '', token = '' } = account.credentials
const secrets = finderOf(account)
const base64 = (text: string) => Buffer.from(text).toString('base64')
const basic = `${username}:${password}`

/** Every way in which a credential of the session may travel. */
const FORMS = [
  ['password', 'plain', password],
  ['password', 'percent', encodeURIComponent(password)],
  ['password', 'percent', encodeURIComponent(password).replaceAll(/%../g, (x) => x.toLowerCase())],
  ['password', 'base64', base64(password)],
  ['token', 'plain', token],
  ['token', 'percent', encodeURIComponent(token)],
  ['token', 'base64', base64(token)],
  ['credentials', 'plain', basic],
  ['credentials', 'percent', encodeURIComponent(basic)],
  ['credentials', 'base64', base64(basic)],
  ['credentials', 'base64', Buffer.from(basic).toString('base64url')],
] as const

describe('a finder of secrets', () => {
  it.each(FORMS)('finds the %s as %s text, whatever stands around it', (secret, encoding, form) => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(secrets.leaksIn(`${before}${form}${after}`)).toContainEqual(
          expect.objectContaining({ secret, encoding }),
        )
      }),
    )
  })

  it('masks every form, and leaves nothing to find', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom(...FORMS.map(([, , form]) => form)))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(secrets.leaksIn(secrets.mask(pieces.join('\n')))).toEqual([])
      }),
    )
  })

  it.each(FORMS)('finds and masks the %s as %s text inside JSON', (_secret, _encoding, form) => {
    const text = JSON.stringify({ success: false, error: `refused: ${form}`, code: 'unknown' })
    expect(secrets.leaksIn(text)).not.toEqual([])
    expect(JSON.parse(secrets.mask(text))).toMatchObject({
      error: expect.stringContaining('<the '),
    })
  })

  it('leaves a text without credentials alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(secrets.leaksIn(text)).toEqual([])
        expect(secrets.mask(text)).toBe(text)
      }),
    )
  })

  it('takes the name of the user for no secret', () => {
    expect(secrets.leaksIn(`user ${username} is unknown`)).toEqual([])
  })

  it("knows nothing of another session's credentials", () => {
    const another = finderOf(accountOf(abcSource, 'another session'))
    for (const [, , form] of FORMS) expect(another.leaksIn(form)).toEqual([])
  })

  it('tells what a credential looks like in each encoding', () => {
    expect(secrets.form('plain')).toBe(password)
    expect(secrets.form('percent')).toBe(encodeURIComponent(password))
    expect(secrets.form('base64')).toBe(base64(basic))
  })

  it('looks for what comes to be known later, and for what is encoded already as it is', () => {
    const known: NamedSecret[] = []
    const finder = new SecretFinder(() => known)
    expect(finder.mask('lw1.key')).toBe('lw1.key')
    known.push(
      { name: 'bearer', value: 'lw1.key' },
      { name: 'b', value: 'AAAA', encoding: 'base64' },
    )
    expect(finder.mask('lw1.key and AAAA')).toBe('<the bearer> and <the b>')
    expect(finder.leaksIn('AAAA')).toEqual([expect.objectContaining({ encoding: 'base64' })])
    expect(finder.form('base64')).toBe(base64('lw1.key'))
  })

  it('does without a token', () => {
    const { token: _, ...credentials } = account.credentials
    expect(finderOf({ ...account, credentials }).leaksIn(token)).toEqual([])
  })

  it('puts marks in place of credentials, for which another session can fill in its own', () => {
    const another = accountOf(abcSource, 'another session')
    const of = ({ credentials: each }: Account) => ({
      plain: [`${each['username']}:${each['password']}`, each['password']],
      percent: { name: `x=${encodeURIComponent(each['password'] ?? '')}&y` },
      base64: base64(`${each['username']}:${each['password']}`),
      token: each['token'],
      other: ['{{ no mark }}', 7, null],
    })
    const marked = secrets.markIn(of(account))
    expect(secrets.leaksIn(JSON.stringify(marked))).toEqual([])
    expect(marked.other).toEqual(of(account).other)
    expect(finderOf(another).fillIn(marked)).toEqual(of(another))
  })
})
