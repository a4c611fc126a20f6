type Members = Readonly<Record<string, unknown>>

/**
 * A JSON Merge Patch (RFC 7396) onto an object: objects are put together member by member, however deep, null
 * takes a member away, and anything else takes the member's place.
 */
export function mergePatch(base: Members, patch: Members): Members {
  const merged = new Map(Object.entries(base))
  for (const [name, value] of Object.entries(patch)) {
    const before = merged.get(name)
    if (value === null) merged.delete(name)
    else if (isObject(value)) merged.set(name, mergePatch(isObject(before) ? before : {}, value))
    else merged.set(name, value)
  }
  // Not by assignment: a member named `__proto__` is a member like any other.
  return Object.fromEntries(merged)
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
