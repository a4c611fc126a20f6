import { isObject } from '../kit/answer.ts'
import { printable } from '../kit/printable.ts'

const LONGEST_VALUE = 160

/** A counterexample on one line: `rows 2, pageSize 10, offset 1`. */
export function describeCase(counterexample: unknown): string {
  if (!isObject(counterexample)) return text(counterexample)
  return Object.entries(counterexample)
    .map(([name, value]) =>
      isObject(value) ? `${name} {${describeCase(value)}}` : `${name} ${text(value)}`,
    )
    .join(', ')
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
