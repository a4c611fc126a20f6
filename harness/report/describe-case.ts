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

/** Words are shown as they are, whatever could be misread in quotes. */
function text(value: unknown): string {
  if (value === null) return 'none'
  if (typeof value === 'string' && /^[\w-]+( [\w-]+)*$/.test(value) && !/^\d/.test(value))
    return value
  return printable(value, LONGEST_VALUE)
}
