import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountOf } from '../../../../harness/engine/session/credentials.ts'
import { abcSource } from '../../../support/abc-source.ts'

describe('the account of a session', () => {
  it('comes from the name of the session alone', () => {
    expect(accountOf(abcSource, '1/PAGE-1/1')).toEqual(accountOf(abcSource, '1/PAGE-1/1'))
  })

  it('shares nothing with that of another session', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 2 }), ([one, another]) => {
        const [a, b] = [one, another].map((name) => accountOf(abcSource, String(name)).credentials)
        for (const member of Object.keys(abcSource.credentials.members)) {
          expect(a?.[member]).toEqual(expect.any(String))
          expect(a?.[member]).not.toBe(b?.[member])
        }
      }),
    )
  })

  it('has members as the data source names them, two of one kind apart', () => {
    const member = { kind: 'token', usual: '' } as const
    const members = { id: { kind: 'name', usual: '' }, key: member, pin: member } as const
    const source = { credentials: { ...abcSource.credentials, members } }
    const { id, key = '', pin } = accountOf(source, 'a').credentials
    expect(id).toMatch(/^user-/)
    expect(key).toBe(accountOf(abcSource, 'a').credentials['token'])
    expect(pin).toMatch(/^token\+/)
    expect(pin).not.toBe(key)
  })

  it('is found inside JSON and a Python literal as it is, and told apart in a URL', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const { username, password = '', token = '' } = accountOf(abcSource, name).credentials
        for (const secret of [password, token]) {
          expect(JSON.stringify(secret)).toBe(`"${secret}"`)
          expect(secret).not.toMatch(/['"\\]/)
          expect(encodeURIComponent(secret)).not.toBe(secret)
        }
        // Where the name ends and the password begins, in Basic credentials.
        expect(username).not.toContain(':')
      }),
    )
  })
})
