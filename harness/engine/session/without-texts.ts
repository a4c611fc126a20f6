import type { Passed } from './connection-to.ts'

/** What a user passes, as a report may show it: any text of theirs may be a secret that we know nothing of. */
export function withoutTexts(passed: Passed = {}): Passed {
  return { ...passed, configuration: masked(passed.configuration) }
}

function masked<Value>(value: Value): Value {
  if (typeof value === 'string') return '***' as Value
  if (Array.isArray(value)) return value.map(masked) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, masked(member)]),
  ) as Value
}
