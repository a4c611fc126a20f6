import { shorten } from '../../kit/printable.ts'

/** A part of a report, and how many of the things that are counted stand in it. */
export interface Part {
  /** Asked for only as long as there is room. */
  readonly text: () => string
  readonly counted: number
}

/** As many parts from the beginning as fit into so many bytes of UTF-8, and what is counted in the others. */
export function partsWithin(
  parts: readonly Part[],
  most: number,
): { readonly texts: readonly string[]; readonly left: number } {
  const texts: string[] = []
  let bytes = 0
  for (const part of parts) {
    const text = part.text()
    bytes += sizeOf(text) + 1
    if (bytes > most) break
    texts.push(text)
  }
  const left = parts.slice(texts.length).reduce((sum, { counted }) => sum + counted, 0)
  return { texts, left }
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
