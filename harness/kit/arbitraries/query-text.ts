import fc from 'fast-check'

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

const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HARD) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
)

/** Any text as a string of the query language, inside a whole query, so that the data source takes it. */
export const queryText: fc.Arbitrary<QueryCase> = fc
  .array(pieces, { maxLength: 8 })
  .map((texts) => ({ query: queryFor(texts.join('')) }))

/** The query that asks for rows whose message is this text. */
export function queryFor(text: string): string {
  // NUL cannot be passed to a program; the clause leaves it out.
  const literal = text.replaceAll('\0', '').replaceAll("'", "''")
  return `SELECT * FROM events WHERE message = '${literal}'`
}
