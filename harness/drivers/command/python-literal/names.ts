import { PythonLiteralError } from './python-literal-error.ts'

/** JSON's words beside Python's, and what `repr` and `json.dumps` write where neither has a literal. */
const NAMES: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['True', true],
  ['true', true],
  ['False', false],
  ['false', false],
  ['None', null],
  ['null', null],
  ['nan', Number.NaN],
  ['NaN', Number.NaN],
  ['inf', Number.POSITIVE_INFINITY],
  ['Infinity', Number.POSITIVE_INFINITY],
])

/**
 * What a name in a Python literal stands for.
 * @throws {PythonLiteralError} any other name: an object whose repr is not a literal, say
 */
export function valueNamed(name: string): unknown {
  const value = NAMES.get(name)
  if (value === undefined) throw new PythonLiteralError(`"${name}" is not a literal`)
  return value
}

/**
 * What a name after a sign stands for, without the sign.
 * @throws {PythonLiteralError} it is not a number's
 */
export function numberNamed(name: string): number {
  const value = NAMES.get(name)
  if (typeof value === 'number') return value
  throw new PythonLiteralError(`"${name}" is not a number`)
}
