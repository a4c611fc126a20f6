type Members = Readonly<Record<string, unknown>>

/** Objects put together member by member, however deep; anything else of the later one takes its place. */
export function mergeMembers(base: Members, over: Members): Members {
  const merged: Record<string, unknown> = { ...base }
  for (const [name, value] of Object.entries(over)) {
    const before = merged[name]
    merged[name] = isObject(before) && isObject(value) ? mergeMembers(before, value) : value
  }
  return merged
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
