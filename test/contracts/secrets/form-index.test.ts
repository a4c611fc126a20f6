import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FormIndex } from '../../../contracts/secrets/form-index.ts'
import { formsOf } from '../../../contracts/secrets/forms-of.ts'

/** Of few characters, so that they share beginnings and stand within each other. */
const letters = fc.constantFrom('a', 'b', '"', '/')
const secret = fc.string({ unit: letters, minLength: 4, maxLength: 9 })
const searched = fc.string({
  unit: fc.constantFrom('a', 'b', '"', '/', '%22', '…', ' '),
  maxLength: 60,
})

test('many forms are found as few are: those that a text holds, wherever they stand in it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(secret, { maxLength: 20 }), searched, (values, text) => {
      const forms = values.flatMap((value) => formsOf({ name: value, value }))
      const found = new FormIndex(forms, true).in(text).flatMap(({ whole }) => whole)
      const held = forms.filter((form) => text.includes(form.text))
      expect(new Set(found)).toEqual(new Set(held))
    }),
  )
})

test('what is found is a form or a part of one, and every part of eight characters is', () => {
  fc.assert(
    fc.property(fc.uniqueArray(secret, { maxLength: 20 }), searched, (values, text) => {
      const forms = values.map(
        (value) => ({ name: value, encoding: 'plain', text: value }) as const,
      )
      const hits = new FormIndex(forms, true).in(text)
      for (const { start, end } of hits) {
        const part = text.slice(start, end)
        expect(values.some((each) => each.startsWith(part) || each.endsWith(part))).toBe(true)
      }
      for (const part of values.flatMap((each) => [each.slice(0, 8), each.slice(-8)])) {
        const at = text.indexOf(part)
        if (at < 0 || part.length < 8) continue
        expect(hits.some(({ start, end }) => start <= at && at + 8 <= end)).toBe(true)
      }
    }),
  )
})

test('beside a cut four characters are enough; elsewhere a part of what may be no secret is shown', () => {
  const index = new FormIndex(
    [{ name: 'url', encoding: 'plain', text: 'https://example.com' }],
    false,
  )
  const parts = (text: string, startsCut = false) =>
    index.in(text, startsCut).map(({ start, end }) => text.slice(start, end))
  expect(parts('https://elsewhere.net')).toEqual([])
  expect(parts('to https://exa … and more')).toEqual(['https://exa'])
  expect(parts('….com, and more')).toContain('.com')
  expect(parts('.com, and more')).toEqual([])
  expect(parts('.com, and more', true)).toContain('.com')
})
