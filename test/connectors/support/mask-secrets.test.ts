import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secretMasker } from '../../../connectors/support/mask-secrets.ts'

/** A password long enough that no other text holds it by chance. */
const password = () =>
  fc.string({ unit: 'binary', minLength: 8, maxLength: 24 }).map((s) => `${s}-key`)
const prose = () => fc.constantFrom('', 'Authentication failed: ', ' is wrong', '"')

function masked(text: string, secret: string, auth = {}): string {
  return secretMasker({ auth: { username: 'someone', password: secret, ...auth } })(text)
}

describe('masking secrets in a text', () => {
  it.each([
    ['as it is', 'a+b?c', 'wrong: a+b?c!', 'wrong: ***!'],
    ['percent-encoded', 'p@ss wörd', 'p%40ss%20w%C3%B6rd', '***'],
    ['percent-encoded in small digits', 'p@ss wörd', 'p%40ss%20w%c3%b6rd', '***'],
    ['percent-encoded as a form', 'p@ss wörd', 'p%40ss+w%C3%B6rd', '***'],
    ['as JSON writes it', 'a"b\\c', 'in "a\\"b\\\\c"', 'in "***"'],
    ['in Basic credentials', 'secret', 'Basic c29tZW9uZTpzZWNyZXQ=', 'Basic ***'],
    ['in Base64 alone', 'secret', 'c2VjcmV0', '***'],
    ['with a hyphen', 'pass-word-1', 'pass-word-1', '***'],
  ])('finds a password %s', (_how, secret, text, expected) => {
    expect(masked(text, secret)).toBe(expected)
  })

  it('masks every secret of the configuration, and not the user name', () => {
    const text = 'someone has tok-1'
    expect(masked(text, 'secret', { token: 'tok-1' })).toBe('someone has ***')
  })

  it('leaves a text alone where the password is empty', () => {
    expect(masked('any text', '')).toBe('any text')
  })

  it('leaves nothing of any password, however it is written', () => {
    fc.assert(
      fc.property(password(), prose(), prose(), (secret, before, after) => {
        const known = secret.toWellFormed()
        const written = [
          known,
          encodeURIComponent(known),
          JSON.stringify(known).slice(1, -1),
          Buffer.from(known).toString('base64'),
          Buffer.from(`someone:${known}`).toString('base64'),
        ]
        for (const form of written) {
          const text = masked(`${before}${form}${after}`, known)
          expect(text).toBe(`${before}***${after}`)
        }
      }),
    )
  })

  it('leaves a text alone that holds no secret', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(masked(text, 'no-text-holds-this')).toBe(text)
      }),
    )
  })
})
