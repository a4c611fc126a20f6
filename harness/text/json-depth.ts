import { parseExactly } from '../../contracts/given/parse-exactly.ts'

const [QUOTE, BACKSLASH, NEWLINE] = [0x22, 0x5c, 0x0a]

/** In levels, of what a file or an option holds: whoever walks through it gets by with the stack that there is. */
export const DEEPEST_GIVEN = 1_000

/**
 * JSON that somebody gives, in a file or an option.
 *
 * @throws Error where it is none, has a number that would be altered, or is nested deeper than anybody can mean it.
 */
export function parseGiven(text: string): unknown {
  if (nestsDeeper(text, DEEPEST_GIVEN)) {
    throw new Error(`it is nested more than ${DEEPEST_GIVEN} levels deep`)
  }
  return parseExactly(text)
}

/**
 * Whether the brackets of a JSON text nest more than so many levels deep. JSON.parse takes any number of them, and
 * for megabytes of brackets half a minute and a gigabyte: whoever reads what a connector wrote looks here first.
 */
export function nestsDeeper(text: string, levels: number): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else if (code === 0x5b || code === 0x7b) depth += 1
    else if (code === 0x5d || code === 0x7d) depth -= 1
    if (depth > levels) return true
  }
  return false
}

/** Where it ends; JSON's strings end on their line. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE || code === NEWLINE) return at
    if (code === BACKSLASH) at++
  }
  return text.length
}
