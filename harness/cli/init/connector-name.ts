import { UsageError } from '../../errors.ts'
import { PYTHON_NAMES } from './python-names.ts'
import type { Wish } from './skeleton.ts'

const MOST_LETTERS = 64

/**
 * The name of a connector, as the user gave it: letters, digits, `-` and `_`, a letter first. In Python, a
 * package of this name lies beside main.py, where it would take the place of one of Python's own.
 *
 * @throws UsageError with the nearest name that is one.
 */
export function connectorName(given: string, language: Wish['language']): string {
  const name = nearestTo(given)
  const isTaken = language === 'python' && PYTHON_NAMES.has(pythonModule(name).toLowerCase())
  if (given === name && !isTaken) return given
  const rule = isTaken ? "no name of Python's own" : 'letters, digits, - and _, a letter first'
  throw new UsageError(`"${given}" cannot be the name of a connector`, {
    hint: `Use ${rule}, as in ${isTaken ? `${name}-connector` : name}.`,
  })
}

/** The module of stix-shifter that a connector of this name is: Python's names have no `-`. */
export function pythonModule(name: string): string {
  return name.replaceAll('-', '_')
}

function nearestTo(given: string): string {
  const words = given
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w-]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, MOST_LETTERS)
  return words === '' ? 'my-connector' : words
}
