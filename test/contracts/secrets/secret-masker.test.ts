import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formsOf } from '../../../contracts/secrets/forms-of.ts'
import { maskOf, SecretMasker } from '../../../contracts/secrets/secret-masker.ts'
import { ENCODERS } from './encoders.ts'
import { secret } from './secret-arbitrary.ts'
import { shortestPart } from './shortest-part.ts'

const KEY = `k3y-9fQ/+&x'Z"2\\w=7`

function maskerOf(...values: readonly string[]): SecretMasker {
  const masker = new SecretMasker()
  for (const value of values) masker.add(formsOf({ name: 'key', value }))
  return masker
}

const mask = (text: string, ...values: readonly string[]) => maskerOf(...values).mask(text).text

/** In characters: what encoders here put beside a secret, and what base64 has of a byte that is not the secret's alone. */
const LEFT = 10

const encoder = fc.constantFrom(...Object.keys(ENCODERS))

describe('a secret in a text', () => {
  it.each(Object.keys(ENCODERS))('is masked in %s', (name) => {
    const written = ENCODERS[name]?.(KEY) ?? ''
    const masked = mask(`before <${written}> behind`, KEY)
    expect(masked).toMatch(/^before <.{0,6}\*\*\*(?:.{0,4}|\\u0000)> behind$/)
  })

  it('is masked in any encoding, whatever it is and what stands around it', () => {
    fc.assert(
      fc.property(secret, encoder, (value, name) => {
        const written = ENCODERS[name]?.(value) ?? ''
        const left = mask(`(${written})`, value).replaceAll('***', '').length - 2
        return left <= LEFT
      }),
      { numRuns: 600 },
    )
  })

  it('is masked where eight characters or more are left of it', () => {
    fc.assert(
      fc.property(secret, encoder, fc.nat(), fc.boolean(), (value, name, at, fromEnd) => {
        const written = ENCODERS[name]?.(value) ?? ''
        const length = Math.min(
          written.length,
          shortestPart(value, written) + (at % written.length),
        )
        const cut = fromEnd ? written.slice(-length) : written.slice(0, length)
        return mask(`(${cut})`, value).includes('***')
      }),
      { numRuns: 600 },
    )
  })
})

describe('what stands in the place of a secret', () => {
  it('says which it is, also of a part, and of several that overlap the longest', () => {
    const masker = new SecretMasker(maskOf)
    for (const [name, value] of [
      ['password', 'opensesame-42'],
      ['token', 'sesame-42/and/so/on'],
      ['configuration.auth.api_key', 'KEY-0123456789'],
    ] as const) {
      masker.add(formsOf({ name, value }))
    }
    const mask = (text: string) => masker.mask(text).text
    expect(mask('a opensesame-42 b')).toBe('a <the password> b')
    expect(mask('a opensesa… b')).toBe('a <the password>… b')
    expect(mask('a opensesame-42/and/so/on b')).toBe('a <the token> b')
    expect(mask('a 0123456789 b KEY-0123456789')).toBe(
      'a <configuration.auth.api_key> b <configuration.auth.api_key>',
    )
  })

  it('calls what stands in the header of that name credentials', () => {
    expect(maskOf('authorization')).toBe('<the credentials>')
  })
})
