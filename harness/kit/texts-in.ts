/**
 * All texts in a value, names of members included, a line each and as they are: JSON would escape them apart. Whatever
 * a connector gave, it ends: what refers to itself is gone through once.
 */
export function textsIn(value: unknown): string {
  if (typeof value === 'string') return value
  const texts: string[] = []
  const seen = new Set<object>()
  const left: unknown[] = [value]
  while (left.length > 0) {
    const next = left.pop()
    if (typeof next === 'string') texts.push(next)
    if (typeof next !== 'object' || next === null || seen.has(next)) continue
    seen.add(next)
    for (const member of membersOf(next)) left.push(member)
  }
  return texts.join('\n')
}

function membersOf(value: object): Iterable<unknown> {
  // Bytes are no text.
  if (ArrayBuffer.isView(value)) return []
  if (Array.isArray(value) || value instanceof Map || value instanceof Set) return value
  if (value instanceof Error) return [value.message, value.cause, ...entriesOf(value)]
  return entriesOf(value)
}

/** What a getter throws is for those to judge who need its value. */
function entriesOf(value: object): readonly unknown[] {
  try {
    return Object.entries(value).flat(1)
  } catch {
    return []
  }
}
