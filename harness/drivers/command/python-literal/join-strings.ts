import { decodeString } from './decode-string.ts'
import { PythonBytes } from './python-bytes.ts'
import { PythonLiteralError } from './python-literal-error.ts'

/**
 * What string literals that stand beside each other stand for, from their images.
 * @throws {PythonLiteralError} one is malformed, or they mix text and bytes
 */
export function joinStrings(images: readonly string[]): string | PythonBytes {
  const parts = images.map(decodeString)
  const texts = parts.filter((part) => typeof part === 'string')
  if (texts.length === parts.length) return texts.join('')
  const bytes = parts.filter((part) => part instanceof PythonBytes)
  if (bytes.length === parts.length) {
    return new PythonBytes(Uint8Array.from(Buffer.concat(bytes.map((part) => part.bytes))))
  }
  throw new PythonLiteralError('text and bytes cannot be joined')
}
