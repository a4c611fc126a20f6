import { PythonBytes } from './python-bytes.ts'
import { PythonLiteralError } from './python-literal-error.ts'

const PREFIXES = new Set(['', 'r', 'u', 'b', 'br', 'rb'])

/** A backslash with all that belongs to it. Malformed \x, \u and \U match by their letter alone. */
const ESCAPE =
  /\\(?:([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(\r\n|[\s\S]))/g

const NAMED: Readonly<Record<string, string>> = {
  ...{ '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' },
  ...{ v: '\v', '\n': '', '\r': '', '\r\n': '' }, // the last three: a line continued
}

/**
 * What a string literal of Python's stands for, from its whole image: `'a\n'`, `b"\x00"`, `r'\d'`.
 * Source: the Python language reference, "String and bytes literals". Lone surrogates are kept.
 *
 * @throws {PythonLiteralError} a malformed escape, \N{…}, a prefix that is none, a byte beyond ASCII
 */
export function decodeString(image: string): string | PythonBytes {
  const { prefix, body } = partsOf(image)
  const kind = prefix.toLowerCase()
  if (!PREFIXES.has(kind)) throw new PythonLiteralError(`${prefix} is not a string prefix`)
  const isBytes = kind.includes('b')
  const isRaw = kind.includes('r')
  if (isBytes && /[^\0-\x7f]/.test(body)) {
    throw new PythonLiteralError('a bytes literal holds ASCII characters only')
  }
  const text = isRaw || !body.includes('\\') ? body : unescaped(body, isBytes)
  return isBytes ? new PythonBytes(Uint8Array.from(Buffer.from(text, 'latin1'))) : text
}

function partsOf(image: string): { readonly prefix: string; readonly body: string } {
  const start = image.search(/["']/)
  const quote = image.charAt(start)
  const isTriple = image.length >= start + 6 && image.startsWith(quote.repeat(3), start)
  const width = isTriple ? 3 : 1
  return { prefix: image.slice(0, start), body: image.slice(start + width, -width) }
}

function unescaped(body: string, isBytes: boolean): string {
  return body.replace(
    ESCAPE,
    (all: string, octal?: string, x?: string, u?: string, long?: string, other?: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
      if (x !== undefined) return String.fromCharCode(Number.parseInt(x, 16))
      const code = u ?? long
      if (code !== undefined) return isBytes ? all : characterOf(code)
      return named(other ?? '', isBytes)
    },
  )
}

function characterOf(hexadecimal: string): string {
  const code = Number.parseInt(hexadecimal, 16)
  if (code > 0x10ffff) throw new PythonLiteralError(`\\U${hexadecimal} is beyond Unicode`)
  return String.fromCodePoint(code)
}

function named(letter: string, isBytes: boolean): string {
  const meaning = NAMED[letter]
  if (meaning !== undefined) return meaning
  if (letter === 'x' || (!isBytes && /[uUN]/.test(letter))) {
    throw new PythonLiteralError(`\\${letter} is malformed or not supported`)
  }
  return `\\${letter}` // Python keeps an escape that it does not know
}
