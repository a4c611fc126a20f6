import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html } from '../../../../harness/report/html/html.ts'

/** Texts in which there is something to break out with. */
const anyText = fc.string({
  unit: fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '/',
    '=',
    'a',
    ' ',
    '\n',
    '\u202e',
    '-->',
    '<script>',
  ),
})

describe('a template of markup', () => {
  it('takes markup as it is, texts as text, and lists one after the other', () => {
    const items = ['a', 'b & c'].map((each) => html`<li>${each}</li>`)
    expect(html`<ul class="x">${items}${undefined}</ul>${3}`.markup).toBe(
      '<ul class="x"><li>a</li><li>b &amp; c</li></ul>3',
    )
  })

  it('makes no element, attribute or entity of any text', () => {
    fc.assert(
      fc.property(anyText, anyText, (inside, attribute) => {
        const { markup } = html`<p title="${attribute}">${inside}</p>`
        const [, title = '', text = ''] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(markup) ?? []
        expect(read(text)).toBe(shown(inside))
        expect(read(title)).toBe(shown(attribute))
      }),
    )
  })

  it('shows control and format characters, and keeps lines', () => {
    expect(html`${'a\u202eb\u001b\r\n\tc'}`.markup).toBe('a\\u202eb\\u001b\\r\n\\tc')
  })
})

/** As it is shown: a parser has no other way to carry what turns text around. */
function shown(text: string): string {
  return text.replaceAll('\u202e', '\\u202e')
}

/** As a browser reads text. */
function read(markup: string): string {
  expect(markup.replaceAll(/&(lt|gt|quot|amp|#39);/g, '')).not.toMatch(/[&<>"']/)
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
