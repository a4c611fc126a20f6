/**
 * Whether a value comes back unchanged when it is written as JSON and read again (ENV-5). False, not an
 * exception, for what JSON cannot write at all. What no reader of the JSON could tell apart counts as
 * unchanged: -0 from 0, and an object without a prototype from one with the usual prototype.
 */
export function survivesJson(value: unknown): boolean {
  try {
    return isJson(value)
  } catch {
    return false // circular or too deep, or a getter that throws
  }
}

/** A part of a value, and where in it that is: names and places from the outside in, none for the value itself. */
export interface Part {
  readonly path: readonly string[]
  readonly value: unknown
}

/** Further in nobody follows a path. */
const DEEPEST = 64

/** The first and innermost part of a value because of which it does not come back unchanged. */
export function firstNoJson(value: unknown): Part {
  const above = new Set<unknown>()
  let part: Part = { path: [], value }
  // What refers to what it is in has no end.
  while (!above.has(part.value) && part.path.length < DEEPEST) {
    above.add(part.value)
    const [name, member] = membersOf(part.value).find(([, each]) => !survivesJson(each)) ?? []
    if (name === undefined) return part
    part = { path: [...part.path, name], value: member }
  }
  return part
}

/** Of what is plain itself. */
function membersOf(value: unknown): readonly [string, unknown][] {
  try {
    return typeof value === 'object' && value !== null && isPlain(value)
      ? Object.entries(value)
      : []
  } catch {
    return [] // a getter that throws
  }
}

function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value === 'object' && isPlain(value) && Object.values(value).every(isJson)
}

/** An object of no class but the language's own lists and objects. */
function isPlain(value: object): boolean {
  // A list with holes, or with members beside its elements, has another number of keys.
  if (Array.isArray(value) && Object.keys(value).length !== value.length) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  const plain = Array.isArray(value) ? [Array.prototype] : [Object.prototype, null]
  return (
    (plain as unknown[]).includes(prototype) && Object.getOwnPropertySymbols(value).length === 0
  )
}
