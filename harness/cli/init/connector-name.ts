import { UsageError } from '../../errors.ts'
import { PYTHON_NAMES } from './python-names.ts'

const MOST_LETTERS = 64

/**
 * The name of a connector, as the user gave it: letters, digits, `-` and `_`, a letter first.
 *
 * @throws UsageError with the nearest name that is one.
 */
export function connectorName(given: string): string {
  const nearest = nearestTo(given)
  if (given === nearest) return given
  throw new UsageError(`"${given}" cannot be the name of a connector`, {
    hint: `Use letters, digits, - and _, a letter first, and no name of Python's own, as in ${nearest}.`,
  })
}

/** The module of stix-shifter that a connector of this name is: Python's names have no `-`. */
export function pythonModule(name: string): string {
  return name.replaceAll('-', '_')
}

function nearestTo(given: string): string {
  const words = given
    .normalize('NFKD')
    .replace(/[^\w-]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, MOST_LETTERS)
  if (words === '') return 'my-connector'
  // A package of this name beside main.py would take the place of Python's.
  return PYTHON_NAMES.has(pythonModule(words).toLowerCase()) ? `${words}-connector` : words
}
