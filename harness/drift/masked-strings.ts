/** The same plain JSON with every text in it masked; names of fields are no secrets. */
export function maskedStrings<Value>(value: Value, mask: (text: string) => string): Value {
  return masked(value, mask) as Value
}

function masked(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value)
  if (Array.isArray(value)) return value.map((each) => masked(each, mask))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, each]) => [name, masked(each, mask)])
  return Object.fromEntries(entries)
}
