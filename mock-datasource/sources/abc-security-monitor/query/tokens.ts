import { createToken, Lexer, type TokenType } from 'chevrotain'

// Chevrotain drops the `u` flag of a pattern, hence a function in its place.
const WORD = /[\p{L}\p{M}\p{N}_.-]+/uy

function matchWord(text: string, offset: number): RegExpExecArray | null {
  WORD.lastIndex = offset
  return WORD.exec(text)
}

/**
 * What may stand where the query names a field: a word or a number that is all of a name's characters (a
 * CSV column `2024`), and the keywords that mean something only behind a field, a condition or a table, so
 * that a column `start` can be asked for. SELECT, FROM, WHERE, AND, OR and NOT are reserved: the message on
 * `SELECT FROM events` would otherwise be of no use, and `NOT = 1` could be read in two ways.
 */
export const FieldName = createToken({
  name: 'FieldName',
  pattern: Lexer.NA,
  label: 'a field name',
})
export const Word = createToken({
  name: 'Word',
  label: 'a name',
  pattern: matchWord,
  line_breaks: false,
  categories: FieldName,
})

/** The longest word wins, so `selected` is no keyword. */
function keyword(word: string, categories: TokenType[] = []): TokenType {
  const pattern = new RegExp(word, 'i')
  return createToken({ name: word, label: word, pattern, longer_alt: Word, categories })
}

export const Select = keyword('SELECT')
export const From = keyword('FROM')
export const Where = keyword('WHERE')
export const And = keyword('AND')
export const Or = keyword('OR')
export const Not = keyword('NOT')
export const Limit = keyword('LIMIT', [FieldName])
export const Start = keyword('START', [FieldName])
export const Stop = keyword('STOP', [FieldName])
export const Like = keyword('LIKE', [FieldName])
export const In = keyword('IN', [FieldName])
export const True = keyword('TRUE', [FieldName])
export const False = keyword('FALSE', [FieldName])
export const Null = keyword('NULL', [FieldName])

export const NumberLiteral = createToken({
  name: 'NumberLiteral',
  label: 'a number',
  pattern: /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/,
  longer_alt: Word,
  categories: FieldName,
})

// The lookahead keeps an unclosed string from ending at the first half of a doubled quote.
const QUOTED = "'[^']*(?:''[^']*)*'(?!')"
export const StringLiteral = createToken({
  name: 'StringLiteral',
  label: 'a string in single quotes',
  pattern: new RegExp(QUOTED),
  line_breaks: true,
})
export const TimeLiteral = createToken({
  name: 'TimeLiteral',
  label: "a time such as t'2026-01-01T00:00:00.000Z'",
  pattern: new RegExp(`[tT]${QUOTED}`),
  line_breaks: true,
})

export const ComparisonOperator = createToken({
  name: 'ComparisonOperator',
  label: 'a comparison operator',
  pattern: /!=|<=|>=|=|<|>/,
})
export const Star = createToken({ name: 'Star', label: '*', pattern: /\*/ })
export const Comma = createToken({ name: 'Comma', label: 'a comma', pattern: /,/ })
export const Open = createToken({ name: 'Open', label: '(', pattern: /\(/ })
export const Close = createToken({ name: 'Close', label: ')', pattern: /\)/ })
const WhiteSpace = createToken({
  name: 'WhiteSpace',
  pattern: /\s+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
})

/** In the order in which the lexer tries them: keywords and literals before the words they resemble. */
export const ALL_TOKENS: TokenType[] = [
  ...[WhiteSpace, Comma, Open, Close, Star, ComparisonOperator, StringLiteral, TimeLiteral],
  ...[NumberLiteral, Select, From, Where, And, Or, Not, Limit, Start, Stop, Like, In],
  ...[True, False, Null, Word, FieldName],
]
