import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KnownSecrets } from '../../../mock-datasource/journal/known-secrets.ts'
import { maskText } from '../../../mock-datasource/journal/mask-text.ts'
import { SecretForms } from '../../../mock-datasource/journal/secret-forms.ts'
import { formsOf } from '../../../mock-datasource/journal/secrets.ts'
import { abcSource } from '../../support/abc-source.ts'

const keyAt = (n: number) => `${n}.session-key`
const issued = (n: number) => ({ name: 'session key', value: keyAt(n) })

test('many forms are found as few are: those that a text holds, wherever they stand in it', () => {
  // Of few characters, so that they share beginnings and stand within each other.
  const secret = fc.string({
    unit: fc.constantFrom('a', 'b', '"', '/'),
    minLength: 4,
    maxLength: 9,
  })
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', '/', '%22'), maxLength: 60 })
  fc.assert(
    fc.property(fc.uniqueArray(secret, { maxLength: 20 }), text, (values, searched) => {
      const forms = formsOf(values.map((value) => ({ name: 'key', value })))
      const known = new SecretForms()
      known.add(forms)
      const held = forms.filter((form) => searched.includes(form.text))
      expect(new Set(known.in(searched))).toEqual(new Set(held))
    }),
  )
})

test('ten thousand session keys are masked, in whichever form, those of accounts too', () => {
  const known = new KnownSecrets(abcSource.credentials)
  known.learn([{ credentials: { username: 'me', password: 'pass-word' }, permitted: true }])
  for (let n = 0; n < 10_000; n += 1) known.add(issued(n))
  const text = `a=${keyAt(7)}&b=${Buffer.from(keyAt(9_999)).toString('base64url')}&c=pass-word&d=x`
  expect(maskText(text, known.formsIn([])).text).toMatch(/^a=\*{3}&b=\*{3}[\w-]*&c=\*{3}&d=x$/)
  const hidden = '5%2esession%2dkey'
  expect(maskText(hidden, known.formsIn([])).text).toBe('***')
})

test('keys that so many others came after that no exchange can hold them are forgotten', () => {
  const known = new KnownSecrets(abcSource.credentials)
  known.learn([{ credentials: { username: 'me', password: 'pass-word' }, permitted: true }])
  for (let n = 0; n < 100_000; n += 1) known.add(issued(n))
  const values = known.all().map(({ value }) => value)
  expect(values).toContain('pass-word')
  expect(values).toContain(keyAt(80_000))
  expect(values.length).toBeLessThan(40_010)
})
