const MASK = '***'
const CUT = '…'
/** A part that is shorter says too little, and would be found in every other text. */
const SHORTEST_PART = 4

/**
 * Masks what a cut has left of secrets: a text that was cut before it is masked may hold the first half of one before
 * its `…`, or the second half behind it, which nobody finds who looks for the whole.
 *
 * @param forms the secrets, in every encoding in which they are looked for
 * @param startsCut whether the text itself begins behind a cut that no `…` shows
 */
export function maskAtCuts(text: string, forms: readonly string[], startsCut = false): string {
  if (!startsCut && !text.includes(CUT)) return text
  const [first = '', ...others] = text.split(CUT)
  const parts = [startsCut ? withoutEndAtStart(first, forms) : first, ...others]
  return parts
    .map((part, place) => (place === 0 ? part : withoutEndAtStart(part, forms)))
    .map((part, place) => (place === parts.length - 1 ? part : withoutStartAtEnd(part, forms)))
    .join(CUT)
}

/** What follows a cut may be the rest of a secret. */
function withoutEndAtStart(part: string, forms: readonly string[]): string {
  const blank = part.startsWith(' ') ? ' ' : ''
  const rest = part.slice(blank.length)
  const longest = longestOf(forms, (form, length) => rest.startsWith(form.slice(-length)))
  return longest === 0 ? part : `${blank}${MASK}${rest.slice(longest)}`
}

/** What stands before a cut may be the beginning of a secret. */
function withoutStartAtEnd(part: string, forms: readonly string[]): string {
  const blank = part.endsWith(' ') ? ' ' : ''
  const rest = part.slice(0, part.length - blank.length)
  const longest = longestOf(forms, (form, length) => rest.endsWith(form.slice(0, length)))
  return longest === 0 ? part : `${rest.slice(0, -longest)}${MASK}${blank}`
}

/** The length of the longest part of a secret, and not the whole of it, that is there. */
function longestOf(
  forms: readonly string[],
  isThere: (form: string, length: number) => boolean,
): number {
  let longest = 0
  for (const form of forms) {
    for (let length = form.length - 1; length >= SHORTEST_PART && length > longest; length--) {
      if (isThere(form, length)) longest = length
    }
  }
  return longest
}
