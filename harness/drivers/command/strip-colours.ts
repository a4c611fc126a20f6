const ESC = '\u001b'

/** CSI sequences (colours, cursor) and OSC sequences (titles, links), as ECMA-48 has them. */
const SEQUENCE = new RegExp(
  `${ESC}(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007${ESC}]*(?:\u0007|${ESC}\\\\))`,
  'g',
)

/**
 * The text without what a terminal takes for colours. Only sequences that begin with ESC, which JSON and
 * Python's repr never write raw; U+009B, the other way to begin one, may be data.
 */
export function stripColours(text: string): string {
  return text.includes(ESC) ? text.replace(SEQUENCE, '') : text
}
