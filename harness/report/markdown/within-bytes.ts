import { shorten } from '../../kit/printable.ts'

/** A part of a report, and how many of the things that are counted stand in it. */
export interface Part {
  /** Asked for only as long as there is room. */
  readonly text: () => string
  readonly counted: number
}

/** Of the room, for what is not counted: the clauses of many runs must not leave none for what is broken. */
const MOST_OF_OTHERS = 0.6

/**
 * As many parts as fit into so many bytes of UTF-8, in their order, and what is counted in the others. What is not
 * counted goes before what is, whatever stands first: a long list of violations must not push out the clauses.
 */
export function partsWithin(
  parts: readonly Part[],
  most: number,
): { readonly texts: readonly string[]; readonly left: number } {
  const texts = new Map<Part, string>()
  let bytes = 0
  const take = (part: Part, limit: number): boolean => {
    const text = part.text()
    if (bytes + sizeOf(text) + 1 > limit) return false
    bytes += sizeOf(text) + 1
    texts.set(part, text)
    return true
  }
  parts.filter(({ counted }) => counted === 0).every((part) => take(part, most * MOST_OF_OTHERS))
  parts.filter(({ counted }) => counted > 0).every((part) => take(part, most))
  const left = parts.reduce((sum, part) => sum + (texts.has(part) ? 0 : part.counted), 0)
  return { texts: parts.flatMap((part) => texts.get(part) ?? []), left }
}

/** Lines at the end that are kept whatever is left out: the commands. */
const TAIL = 6
const LONGEST_LINE = 300

/** Lines that fit into so many bytes of UTF-8: where they do not, those before the last few are left out. */
export function linesWithin(lines: readonly string[], most: number): readonly string[] {
  const shown = lines.map((line) => shorten(line, LONGEST_LINE))
  const whole = shown.reduce((sum, line) => sum + sizeOf(line), 0)
  if (whole <= most) return shown
  const tail = shown.slice(-TAIL)
  let bytes = tail.reduce((sum, line) => sum + sizeOf(line), 0)
  const end = shown.findIndex((line) => {
    bytes += sizeOf(line)
    return bytes > most
  })
  const head = shown.slice(0, Math.min(end, shown.length - TAIL))
  return [...head, `    … ${shown.length - head.length - TAIL} lines are left out`, ...tail]
}

/** With the line end behind it. */
function sizeOf(text: string): number {
  return Buffer.byteLength(text) + 1
}
