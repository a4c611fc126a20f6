import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visible } from '../../../harness/text/visible.ts'

describe('visible', () => {
  it.each([
    ['plain words, "quotes" and \\ too', 'plain words, "quotes" and \\ too'],
    ['two\nlines\r\nand a\ttab', String.raw`two\nlines\r\nand a\ttab`],
    ['\u001b[31mred\u001b[0m', String.raw`\u001b[31mred\u001b[0m`],
    ['\u009b31m', String.raw`\u009b31m`],
    ['from the right \u202e', String.raw`from the right \u202e`],
    ['a tag \u{e0041}', String.raw`a tag \udb40\udc41`],
    ['é 😀 漢字', 'é 😀 漢字'],
  ])('turns %j into %j', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  it('leaves JSON the same JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(visible(JSON.stringify(text)))).toBe(text)
      }),
    )
  })
})
