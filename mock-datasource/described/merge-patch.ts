type Members = Readonly<Record<string, unknown>>

/** The members that say of which kind something is: those of another kind are none of its own. */
const KINDS = ['scheme', 'style']

/**
 * A value with another laid over it (RFC 7396): members one by one, null takes one away, anything else replaces,
 * as does what is of another kind.
 */
export function mergePatch(base: unknown, patch: unknown): unknown {
  if (!isMembers(patch)) return patch
  const merged = new Map(
    isMembers(base) && !isOfAnotherKind(base, patch) ? Object.entries(base) : [],
  )
  for (const [name, part] of Object.entries(patch)) {
    if (part === null) merged.delete(name)
    else merged.set(name, mergePatch(merged.get(name), part))
  }
  return Object.fromEntries(merged)
}

function isOfAnotherKind(base: Members, patch: Members): boolean {
  return KINDS.some((kind) => Object.hasOwn(patch, kind) && patch[kind] !== base[kind])
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
