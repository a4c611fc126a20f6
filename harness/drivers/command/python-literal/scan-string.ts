const PREFIX = /[rRbBuU]{0,2}/y
const TRIPLES = ['"""', "'''"]

/**
 * Where the string literal that starts at `offset` ends, or undefined where none starts or it does not
 * end. By hand rather than as a regular expression, whose stack a string of megabytes can exhaust.
 */
export function scanString(text: string, offset: number): number | undefined {
  PREFIX.lastIndex = offset
  const start = offset + (PREFIX.exec(text)?.[0].length ?? 0)
  const quote = text[start]
  if (quote !== '"' && quote !== "'") return undefined
  const opening = text.slice(start, start + 3)
  const isTriple = TRIPLES.includes(opening)
  return scanBody(text, start + (isTriple ? 3 : 1), isTriple ? opening : quote)
}

function scanBody(text: string, from: number, closing: string): number | undefined {
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '\n' && closing.length === 1) return undefined
    else if (character === closing[0] && text.startsWith(closing, at)) return at + closing.length
  }
  return undefined
}
