/** A value with another laid over it (RFC 7396): members one by one, null takes one away, anything else replaces. */
export function mergePatch(base: unknown, patch: unknown): unknown {
  if (!isMembers(patch)) return patch
  const merged = new Map(isMembers(base) ? Object.entries(base) : [])
  for (const [name, part] of Object.entries(patch)) {
    if (part === null) merged.delete(name)
    else merged.set(name, mergePatch(merged.get(name), part))
  }
  return Object.fromEntries(merged)
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
