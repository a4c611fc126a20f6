/**
 * Prints a JSON value as Python's `repr` prints it, which is what the guide's Step 5 shows:
 * `{'success': True, 'status': 'COMPLETED', 'progress': 100}`.
 *
 * @param value anything that JSON can hold; what JSON drops or changes is dropped or changed here too
 */
export function toPythonLiteral(value: unknown): string {
  return literalOf(JSON.parse(JSON.stringify(value) ?? 'null'))
}

function literalOf(value: unknown): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return numberLiteral(value)
  if (typeof value === 'string') return stringLiteral(value)
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`
  const members = Object.entries(Object(value)).map(([key, member]) => {
    return `${stringLiteral(key)}: ${literalOf(member)}`
  })
  return `{${members.join(', ')}}`
}

/** Python and JavaScript agree on all but small fractions: `1e-05` there, `0.00001` here. */
function numberLiteral(number: number): string {
  if (number === 0 || Math.abs(number) >= 1e-4) return String(number)
  return number.toExponential().replace(/e-(\d)$/, 'e-0$1')
}

function stringLiteral(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  return quote + Array.from(text, (character) => escaped(character, quote)).join('') + quote
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** What Python counts as not printable: controls, formats, surrogates, unassigned, and separators. */
const NOT_PRINTABLE = /[\p{C}\p{Z}]/u

function escaped(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`
  const short = SHORT_ESCAPES[character]
  if (short !== undefined) return short
  if (character === ' ' || !NOT_PRINTABLE.test(character)) return character
  const code = character.codePointAt(0) ?? 0
  if (code <= 0xff) return `\\x${hex(code, 2)}`
  return code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0')
}
