import { isObject } from '../../kit/answer.ts'
import { printable } from '../../kit/printable.ts'

const LONGEST_VALUE = 160

/** A counterexample on one line: `rows 2, pageSize 10, offset 1`. */
export function describeCase(counterexample: unknown): string {
  if (!isObject(counterexample)) return text(counterexample)
  return Object.entries(counterexample)
    .map(([name, value]) => `${name} ${part(value)}`)
    .join(', ')
}

/** Objects inside a case, and lists of them, in the same words; a text has spaces where it can be broken. */
function part(value: unknown): string {
  if (isObject(value)) return `{${describeCase(value)}}`
  if (!Array.isArray(value) || value.length === 0 || !value.every(isObject)) return text(value)
  return `[${value.map((item) => `{${describeCase(item)}}`).join(', ')}]`
}

/** Words that stand for values, so that a text of them needs its quotes. */
const VALUES = /^(none|null|true|false|undefined|NaN|Infinity)$/

/** Words are shown as they are, whatever could be misread in quotes. */
function text(value: unknown): string {
  if (value === null) return 'none'
  return isWords(value) ? value : printable(value, LONGEST_VALUE)
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && /^(?!\d)[\w-]+( [\w-]+)*$/.test(value) && !VALUES.test(value)
}
