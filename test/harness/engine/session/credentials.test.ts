import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountOf } from '../../../../harness/engine/session/credentials.ts'

describe('the account of a session', () => {
  it('comes from the name of the session alone', () => {
    expect(accountOf('1/PAGE-1/1')).toEqual(accountOf('1/PAGE-1/1'))
  })

  it('shares nothing with that of another session', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 2 }), ([one, another]) => {
        const [a, b] = [accountOf(String(one)), accountOf(String(another))]
        expect(a.username).not.toBe(b.username)
        expect(a.password).not.toBe(b.password)
        expect(a.token).not.toBe(b.token)
      }),
    )
  })

  it('is found inside JSON and a Python literal as it is, and told apart in a URL', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const { username, password, token = '' } = accountOf(name)
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
