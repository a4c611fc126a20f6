import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { xmlDocument, xmlElement } from '../../../../harness/report/junit/xml.ts'

/** One that is not ours, and takes nothing for a number or for space to be trimmed. */
const parser = new XMLParser({
  ...{ ignoreAttributes: false, trimValues: false, htmlEntities: true },
  ...{ parseTagValue: false, parseAttributeValue: false },
})

const documentOf = (text: string) =>
  xmlDocument(xmlElement('root', { said: text }, [xmlElement('inside', {}, [text])]))

/** The text as any reader gets it: what no document can hold is written out. */
const shown = (text: string) =>
  text.replace(/[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(']]>', '<![CDATA[', '&amp;', '&#0;', '"', "'", '\r', '\n', '\t'),
  }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
)

describe('an XML document', () => {
  it('gives any text back as it was, in an attribute and in an element', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { root } = parser.parse(documentOf(text))
        expect(root['@_said']).toBe(shown(text))
        expect(root.inside).toBe(shown(text))
      }),
      { numRuns: 300 },
    )
  })

  it('is written an element a line, but for those that hold text', () => {
    const items = [xmlElement('item', { n: 1 }), xmlElement('item', { n: 2 }, ['two'])]
    expect(xmlDocument(xmlElement('list', {}, items))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<list>
  <item n="1"/>
  <item n="2">two</item>
</list>
`)
  })
})
