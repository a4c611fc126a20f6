import { EOF, type IToken, Lexer } from 'chevrotain'
import { LiteralParser } from './literal-parser.ts'
import { PythonLiteralError } from './python-literal-error.ts'
import { Close, Open, TOKENS } from './tokens.ts'

/** CPython itself reads no brackets that are nested deeper (MAXLEVEL), and the stack here stays safe. */
const DEEPEST = 200

const lexer = new Lexer(TOKENS, { positionTracking: 'onlyOffset' })
const parser = new LiteralParser()

/**
 * The value that a Python literal stands for, as JavaScript has it: dict → object (or Map, where a key
 * is not a string), list and tuple → array, set → Set, bytes → PythonBytes, int and float → number,
 * None → null.
 *
 * @throws {PythonLiteralError} `text` is not one complete literal
 */
export function parsePythonLiteral(text: string): unknown {
  const { tokens, errors } = lexer.tokenize(text)
  const [unknown] = errors
  if (unknown !== undefined) throw errorAt(text, unknown.offset)
  if (depthOf(tokens) > DEEPEST) {
    throw new PythonLiteralError(`brackets are nested deeper than ${DEEPEST}`)
  }
  parser.input = tokens
  const value: unknown = parser.literal()
  const [error] = parser.errors
  if (error?.token.tokenType === EOF) throw new PythonLiteralError('it is cut off')
  if (error !== undefined) throw errorAt(text, error.token.startOffset)
  return value
}

function depthOf(tokens: readonly IToken[]): number {
  let [depth, deepest] = [0, 0]
  for (const { tokenType } of tokens) {
    if (tokenType.CATEGORIES?.includes(Open)) deepest = Math.max(deepest, ++depth)
    if (tokenType.CATEGORIES?.includes(Close)) depth--
  }
  return deepest
}

function errorAt(text: string, offset: number): PythonLiteralError {
  return new PythonLiteralError(
    `it is no literal from ${JSON.stringify(text.slice(offset, offset + 20))} on`,
  )
}
