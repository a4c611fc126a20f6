import { PythonLiteralError } from './python-literal-error.ts'

const INTEGER =
  /^(?:0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|[1-9](?:_?\d)*|0(?:_?0)*)$/
const FLOAT = /^(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][-+]?\d(?:_?\d)*)?$/
/** As many digits as Python itself reads. */
const LONGEST = 4_300

/**
 * The number that a Python literal stands for, rounded as JSON.parse rounds: an integer beyond 2^53 is
 * to be no better and no worse in Python's notation than in JSON's.
 *
 * @throws {PythonLiteralError} it is none: complex, or with a leading zero
 */
export function decodeNumber(image: string): number {
  if (image.length > LONGEST) {
    throw new PythonLiteralError(
      `a number of ${image.length} characters is longer than Python reads`,
    )
  }
  const isFloat = FLOAT.test(image) && /[.eE]/.test(image)
  if (!isFloat && !INTEGER.test(image)) {
    throw new PythonLiteralError(`${image} is not an integer or a float`)
  }
  return Number(image.replaceAll('_', ''))
}
