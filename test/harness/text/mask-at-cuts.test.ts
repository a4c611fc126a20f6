import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shorten } from '../../../harness/kit/printable.ts'
import { SecretFinder } from '../../../harness/kit/secrets.ts'
import { cutText } from '../../../harness/text/cut-text.ts'
import { maskAtCuts } from '../../../harness/text/mask-at-cuts.ts'

const SECRET = 'Zq9%Xw7/Vt5'

describe('what a cut leaves of a secret is masked', () => {
  it.each([
    ['its beginning', 'so Zq9%Xw …(9 characters)… on', 'so *** …(9 characters)… on'],
    ['its end', 'so …(9 characters)… 7/Vt5, on', 'so …(9 characters)… ***, on'],
    ['both', 'Zq9% … [9 characters, sha256 ab…] … /Vt5', '*** … [9 characters, sha256 ab…] … ***'],
    ['its end behind an ellipsis', '"…7/Vt5"', '"…***"'],
  ])('%s', (_, cut, masked) => {
    expect(maskAtCuts(cut, ['other', SECRET])).toBe(masked)
  })

  it('and where the text itself begins behind a cut', () => {
    expect(maskAtCuts('/Vt5 was refused', [SECRET], true)).toBe('*** was refused')
    expect(maskAtCuts('/Vt5 was refused', [SECRET])).toBe('/Vt5 was refused')
  })

  it('wherever it is cut', () => {
    const secrets = new SecretFinder([{ name: 'password', value: SECRET }])
    const filler = (length: number) => 'm'.repeat(length)
    const lengths = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(lengths, lengths, (before, behind) => {
        const short = shorten(`${filler(before)}${SECRET}${filler(behind)}`, 20)
        const long = `${filler(1_980 + before)}${SECRET}${filler(12_000)}${SECRET}${filler(470 + behind)}`
        for (const text of [short, cutText(long)]) {
          const shown = secrets.mask(text)
          const parts = [SECRET.slice(0, 4), SECRET.slice(-4)]
          expect(parts.filter((part) => shown.includes(part))).toEqual([])
        }
      }),
    )
  })
})

it('a text without a cut stays as it is', () => {
  expect(maskAtCuts('Zq9% and /Vt5', [SECRET])).toBe('Zq9% and /Vt5')
})
