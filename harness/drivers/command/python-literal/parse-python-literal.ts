import { errorAt, LiteralParser } from './literal-parser.ts'
import { TooDeep } from './python-literal-error.ts'
import { TokenScanner } from './token-scanner.ts'

/** CPython itself reads no brackets that are nested deeper (MAXLEVEL), and the stack here stays safe. */
const DEEPEST = 200

/**
 * The value that a Python literal stands for, as JavaScript has it: dict → object (or Map, where a key
 * is not a string), list and tuple → array, set → Set, bytes → PythonBytes, int and float → number,
 * None → null. In time and memory it costs about what the text's length does.
 *
 * @throws PythonLiteralError where `text` is not one complete literal
 */
export function parsePythonLiteral(text: string): unknown {
  requireTokens(text)
  return new LiteralParser(text).whole()
}

/** Throws for a text with anything but tokens in it, or with brackets that are too deep, before any value is made. */
function requireTokens(text: string): void {
  const scanner = new TokenScanner(text)
  for (let depth = 0; scanner.kind !== 'end'; scanner.next()) {
    if (scanner.kind === 'unknown') throw errorAt(text, scanner.start)
    if ('[({'.includes(scanner.kind)) depth += 1
    if ('])}'.includes(scanner.kind)) depth -= 1
    if (depth > DEEPEST) throw new TooDeep(`brackets are nested deeper than ${DEEPEST}`)
  }
}
