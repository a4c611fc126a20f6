/** What a terminal would act on, or show as something else than it is. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * A text on one line, with every control and format character written as JSON would escape it. A
 * connector's text must not drive the reader's terminal or break the report apart.
 */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => NAMED[character] ?? escaped(character))
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
