import { EOF, type ILexingError, type IToken, Lexer } from 'chevrotain'
import { QueryError } from '../../../engine/query-error.ts'
import type { Query } from './query.ts'
import { QueryParser } from './query-parser.ts'
import { ALL_TOKENS, Close, Open } from './tokens.ts'

/** Parentheses may nest this deep. Without a limit, a hostile query overflows the stack of the server. */
const MAX_DEPTH = 100

// Made once, since making a parser takes longer than most parses. Neither keeps anything from one
// query to the next: setting a parser's input resets it.
const lexer = new Lexer(ALL_TOKENS, {
  positionTracking: 'onlyOffset',
  recoveryEnabled: false,
  skipValidations: true,
})
const parser = new QueryParser()

/**
 * Reads a query of the API's native language. Knows the syntax only: whether the table and the fields
 * exist is `checkFields`' matter. Field names are case sensitive; a field may have the name of one of the
 * keywords LIMIT, START, STOP, LIKE, IN, TRUE, FALSE and NULL, but not SELECT, FROM, WHERE, AND, OR, NOT.
 * Throws a QueryError that says what was expected, and where.
 */
export function parseQuery(text: string): Query {
  const { tokens, errors } = lexer.tokenize(text)
  const [lexingError] = errors
  if (lexingError !== undefined) throw unreadable(text, lexingError)
  refuseDeepNesting(tokens)
  parser.input = tokens
  const query = parser.query()
  const [error] = parser.errors
  if (error === undefined) return query
  // The token that stands for the end of the input has no offset of its own.
  const { tokenType, startOffset } = error.token
  throw new QueryError(error.message, tokenType === EOF ? text.length : startOffset)
}

function unreadable(text: string, { offset }: ILexingError): QueryError {
  if (text.startsWith("'", offset))
    return new QueryError('a string is not closed that opens', offset)
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0)
  return new QueryError(`unexpected character ${JSON.stringify(character)}`, offset)
}

function refuseDeepNesting(tokens: readonly IToken[]): void {
  let depth = 0
  for (const { tokenType, startOffset } of tokens) {
    if (tokenType === Open) depth += 1
    if (tokenType === Close) depth -= 1
    if (depth > MAX_DEPTH) {
      throw new QueryError(`parentheses nest deeper than ${MAX_DEPTH}`, startOffset)
    }
  }
}
