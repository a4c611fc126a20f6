import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Way } from '../way.ts'
import type { BodyFormat, RowsAt } from './body-format.ts'
import { CUT_HERE } from './json.ts'

const ATTRIBUTE = '@'
const TEXT = '#text'
const NAMES = { ignoreAttributes: false, attributeNamePrefix: ATTRIBUTE, textNodeName: TEXT }
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAME = /^@?[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/

/**
 * One element. A member is an element in it, or an attribute where its name begins with `@`, and `#text` is
 * what stands in an element that has attributes. A list is an element of its name for each of its own.
 */
export const xml: BodyFormat = {
  type: 'application/xml; charset=utf-8',
  types: ['application/xml', 'text/xml'],
  written: 'texts',
  read: valueIn,
  write: textOf,
  trace: (name) => name.replace(ATTRIBUTE, ''),
  problem,
  odd: {
    cutShort: (value) => {
      const text = textOf(value)
      return text.slice(0, text.indexOf(CUT_HERE))
    },
    nonAscii: `${DECLARATION}<note>Prüfung für Größe übersprungen</note>`,
    endless: (name) => `${DECLARATION}<${name}>`,
  },
}

function textOf(value: unknown): string {
  const builder = new XMLBuilder({ ...NAMES, format: false, processEntities: false })
  return DECLARATION + builder.build(escapedIn(oneRoot(value)))
}

/** A document has one element: what else there is goes into it. */
function oneRoot(value: unknown): unknown {
  const [[name, root] = ['none', {}], ...others] = Object.entries(value ?? {})
  if (others.length === 0) return { [name]: root }
  return { [name]: { ...(typeof root === 'object' ? root : {}), ...Object.fromEntries(others) } }
}

/** All texts as XML has them. What is null is not there. */
function escapedIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(escapedIn)
  if (typeof value !== 'object' || value === null) return escaped(String(value ?? ''))
  const there = Object.entries(value).filter(([, part]) => part !== null && part !== undefined)
  return Object.fromEntries(there.map(([name, part]) => [name, escapedIn(part)]))
}

function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML has no form for
      .replaceAll(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
      .replaceAll(/[&<>"\r\n\t]/g, (found) => `&#${found.charCodeAt(0)};`)
  )
}

function valueIn(text: string, rowsAt?: RowsAt): unknown {
  // No entities of a document's own: they can make a little text a lot.
  if (!text.trimStart().startsWith('<') || /<!DOCTYPE/i.test(text)) return undefined
  if (XMLValidator.validate(text) !== true) return undefined
  const rows = rowsAt?.way.join('.')
  const parser = new XMLParser({
    ...NAMES,
    ignoreDeclaration: true,
    parseTagValue: false,
    trimValues: false,
    htmlEntities: true,
    isArray: (_name, path) => path === rows,
  })
  try {
    return withRows(parser.parse(text), rowsAt?.way ?? [])
  } catch {
    return undefined
  }
}

/** No rows are no elements. */
function withRows(value: unknown, way: Way): unknown {
  const [step, ...others] = way
  if (step === undefined || Array.isArray(value)) return value
  const members: Readonly<Record<string, unknown>> = typeof value === 'object' ? { ...value } : {}
  const own = members[step]
  if (others.length === 0) return { ...members, [step]: own ?? [] }
  return own === undefined ? value : { ...members, [step]: withRows(own, others) }
}

function problem(value: unknown): { readonly way: Way; readonly found: string } | undefined {
  const roots = typeof value === 'object' && value !== null ? Object.values(value) : []
  const [root] = roots
  if (Array.isArray(value) || roots.length !== 1 || Array.isArray(root) || root === '{{rows}}') {
    return { way: [], found: 'must hold one member, since it is a document in XML' }
  }
  return nameProblem(value, [])
}

function nameProblem(
  value: unknown,
  way: Way,
): { readonly way: Way; readonly found: string } | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, part] of Object.entries(value)) {
    const own = [...way, name]
    const isName = Array.isArray(value) || name === TEXT || NAME.test(name)
    if (!isName) return { way: own, found: 'cannot be the name of an element in XML' }
    if (name.startsWith(ATTRIBUTE) && typeof part === 'object') {
      return { way: own, found: 'must be a text, since it is an attribute' }
    }
    if (Array.isArray(value) && Array.isArray(part)) {
      return { way: own, found: 'cannot be a list within a list, which XML has no form for' }
    }
    const problem = nameProblem(part, own)
    if (problem) return problem
  }
  return undefined
}
