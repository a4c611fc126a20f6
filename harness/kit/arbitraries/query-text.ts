import fc from 'fast-check'
import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { madeWhenUsed } from './made-when-used.ts'

/** A query in the data source's language whose text is hard to carry unharmed. */
export interface QueryCase {
  readonly query: string
}

const HARD = [
  "'",
  '"',
  '\\',
  '\n',
  '\r\n',
  '\t',
  '%',
  '%27',
  '&',
  '+',
  '#',
  '$HOME',
  '`',
  '\u00e9',
  '\u2028',
  '😀',
  '{}',
  '--',
]

const anyText = madeWhenUsed(() => fc.string({ unit: 'grapheme', maxLength: 12 }))

const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HARD) },
  { weight: 2, arbitrary: anyText },
)

/** Any text as a literal of the query language, inside a whole query, so that the data source takes it. */
export function queryText(source: Pick<DataSource, 'query'>): fc.Arbitrary<QueryCase> {
  return fc
    .array(pieces, { maxLength: 8 })
    .map((texts) => ({ query: queryFor(source, texts.join('')) }))
}

/** A query with this text as a literal, for data sources whose queries hold any. */
export function queryFor({ query }: Pick<DataSource, 'query'>, text: string): string {
  if (query.with === undefined) throw new Error('no query of this data source holds free text')
  // NUL cannot be passed to a program; the clause leaves it out.
  return query.with(text.replaceAll('\0', ''))
}
