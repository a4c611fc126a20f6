type Members = Readonly<Record<string, unknown>>

/** Objects put together member by member, however deep; anything else of the later one takes its place. */
export function mergeMembers(base: Members, over: Members): Members {
  const merged = Object.entries(over).map(([name, value]) => {
    const before = Object.hasOwn(base, name) ? base[name] : undefined
    return [name, isObject(before) && isObject(value) ? mergeMembers(before, value) : value]
  })
  // Not by assignment: a member named `__proto__` is a member like any other.
  return Object.fromEntries([...Object.entries(base), ...merged])
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
