/** One character of a pattern: itself in folded case, or one of the wildcards. */
type PatternPart = string | typeof ANY | typeof ANY_SEQUENCE
const ANY = 0
const ANY_SEQUENCE = 1

/**
 * Whether a text is like a pattern: `%` stands for any characters, none and line breaks included, `_` for
 * exactly one, and everything else for itself whatever its case. There is no escape character, since the
 * API has none. A character is a Unicode code point, and two are the same where their lower-case forms are.
 *
 * The pattern is not made into a regular expression: with several `%`, one takes exponential time on some
 * texts. Here the time is at most the product of both lengths.
 */
export function likePredicate(pattern: string): (text: string) => boolean {
  // A run of % means what one does, and would cost time for each of them on every text.
  const parts = Array.from(pattern.replaceAll(/%+/g, '%'), toPart)
  return (text) => fits(parts, charactersOf(text))
}

function toPart(character: string): PatternPart {
  if (character === '%') return ANY_SEQUENCE
  if (character === '_') return ANY
  return character.toLowerCase()
}

/** The text in folded case, one character an entry. */
function charactersOf(text: string): ArrayLike<string> {
  // Only in Latin-1 is folding the whole text the same as folding each character, and much quicker.
  if (/^[\0-\xff]*$/.test(text)) return text.toLowerCase()
  return Array.from(text, (character) => character.toLowerCase())
}

/**
 * Walks both from left to right. Where they part, the last `%` takes one character more and the walk goes
 * on behind it; an earlier `%` never has to be tried again, since what followed it has its place already.
 */
function fits(parts: readonly PatternPart[], text: ArrayLike<string>): boolean {
  let [part, character] = [0, 0]
  let retry: { part: number; character: number } | undefined
  while (character < text.length) {
    const wanted = parts[part]
    if (wanted === ANY_SEQUENCE) {
      part += 1
      retry = { part, character }
    } else if (wanted === ANY || wanted === text[character]) {
      part += 1
      character += 1
    } else if (retry !== undefined) {
      retry.character += 1
      ;({ part, character } = retry)
    } else {
      return false
    }
  }
  while (parts[part] === ANY_SEQUENCE) part += 1
  return part === parts.length
}
