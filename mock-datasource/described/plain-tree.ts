/** The deepest that a description nests, and the most values in it. */
const DEEPEST = 32
const MOST = 20_000

/** What keeps a value that a file held from being gone through: aliases can make a little text a lot of values. */
export function treeProblem(value: unknown): string | undefined {
  let left = MOST
  const tooDeep = (part: unknown, depth: number): boolean => {
    if (typeof part !== 'object' || part === null) return false
    if (depth > DEEPEST) return true
    for (const child of Object.values(part)) {
      left -= 1
      if (left < 0 || tooDeep(child, depth + 1)) return true
    }
    return false
  }
  if (!tooDeep(value, 0)) return undefined
  return left < 0
    ? `holds more than ${MOST} values`
    : `nests deeper than ${DEEPEST}, or holds itself by an alias`
}
