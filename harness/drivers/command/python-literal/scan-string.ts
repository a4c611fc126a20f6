const PREFIX = /[rRbBuU]{0,2}/y
const TRIPLES = ['"""', "'''"]
const [BACKSLASH, NEWLINE] = [0x5c, 0x0a]

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
  const quote = closing.charCodeAt(0)
  const isTriple = closing.length > 1
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === NEWLINE && !isTriple) return undefined
    else if (code === quote && (!isTriple || text.startsWith(closing, at))) {
      return at + closing.length
    }
  }
  return undefined
}
