import { isDeepStrictEqual } from 'node:util'
import { type Document, isMap, isNode, isSeq, parseDocument, YAMLSeq } from 'yaml'
import { clauseOf } from '../../../contracts/clauses.ts'
import type { Draft } from './draft-waivers.ts'

/**
 * A text of YAML with these waivers at the end of its own. All else stays as it is written, where that is
 * possible; where it is not (a list in brackets, say), it stays the same but for spaces.
 *
 * @param text settings as a mapping, whose `waivers` are a list or absent.
 */
export function yamlWithDrafts(text: string, drafts: readonly Draft[]): string {
  const document: Document = parseDocument(text)
  add(drafts, document)
  const written = document.toString({ lineWidth: 0 })
  const spliced = splicedInto(text, drafts)
  const wanted: unknown = document.toJS()
  const isSame = spliced !== undefined && isDeepStrictEqual(valueIn(spliced), wanted)
  return isSame ? spliced : written
}

function add(drafts: readonly Draft[], document: Document): void {
  document.contents ??= document.createNode({})
  const own = document.get('waivers')
  const list = isSeq(own) ? own : new YAMLSeq()
  for (const draft of drafts) {
    const node = document.createNode(draft)
    node.commentBefore = ` ${clauseOf(draft.clause).title}`
    list.add(node)
  }
  list.flow = false
  document.set('waivers', list)
}

function splicedInto(text: string, drafts: readonly Draft[]): string | undefined {
  const { contents } = parseDocument(text)
  const own = isMap(contents) ? contents.get('waivers', true) : undefined
  if (own === undefined) {
    const break_ = text === '' || text.endsWith('\n') ? '' : '\n'
    return `${text}${break_}waivers:\n${linesOf(drafts, '  ')}`
  }
  const last: unknown = isSeq(own) ? own.items.at(-1) : undefined
  if (!isSeq(own) || own.flow === true || !isNode(last)) return undefined
  const [start = 0] = own.range ?? []
  const [, end = text.length] = last.range ?? []
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1))
  const [before, behind] = splitBehindLine(text, end)
  return `${before}${linesOf(drafts, indent)}${behind}`
}

/** What stands behind a value on its last line is a comment on it. */
function splitBehindLine(text: string, end: number): readonly [string, string] {
  if (text[end - 1] === '\n') return [text.slice(0, end), text.slice(end)]
  const at = text.indexOf('\n', end)
  return at === -1 ? [`${text}\n`, ''] : [text.slice(0, at + 1), text.slice(at + 1)]
}

function linesOf(drafts: readonly Draft[], indent: string): string {
  const document: Document = parseDocument('')
  add(drafts, document)
  const [, ...lines] = document.toString({ lineWidth: 0, indentSeq: false }).trimEnd().split('\n')
  return lines.map((line) => `${indent}${line}\n`).join('')
}

function valueIn(text: string): unknown {
  const document = parseDocument(text)
  return document.errors.length === 0 ? document.toJS() : undefined
}
