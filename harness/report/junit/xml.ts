/** An element; of its children, texts are character data. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly (XmlElement | string)[]
}

/** Names come from the caller and must be names; texts may be anything. */
export function xmlElement(
  name: string,
  attributes: XmlElement['attributes'],
  children: XmlElement['children'] = [],
): XmlElement {
  return { name, attributes, children }
}

/** A document of XML 1.0, an element a line where it holds no text. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`
}

function written({ name, attributes, children }: XmlElement, indent: string): string {
  const named = Object.entries(attributes).map(
    ([attribute, value]) => ` ${attribute}="${inAttribute(String(value))}"`,
  )
  const tag = `${indent}<${name}${named.join('')}`
  if (children.length === 0) return `${tag}/>`
  const elements = children.filter((child) => typeof child !== 'string')
  if (elements.length < children.length) {
    const inside = children.map((child) =>
      typeof child === 'string' ? escaped(child) : written(child, ''),
    )
    return `${tag}>${inside.join('')}</${name}>`
  }
  const lines = elements.map((child) => written(child, `${indent}  `))
  return [`${tag}>`, ...lines, `${indent}</${name}>`].join('\n')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** No document can hold them, not even as references: half a surrogate pair and most control characters. */
const IMPOSSIBLE = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu

/** With `>` always escaped, `]]>` cannot come about. A bare carriage return would be read as a line feed. */
function escaped(text: string): string {
  return text
    .replace(IMPOSSIBLE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
    .replaceAll('\r', '&#13;')
}

/** A parser takes bare white space in an attribute for spaces. */
function inAttribute(text: string): string {
  return escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
