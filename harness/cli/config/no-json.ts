/** A value that JSON has no form for, and where it is. */
export interface NoJson {
  readonly where: string
  readonly what: string
}

/** The first value of a configuration that is none of JSON's; members without a value are none at all. */
export function noJsonIn(value: unknown, path: readonly string[] = []): NoJson | undefined {
  const found = (what: string) => ({ where: path.join('.'), what })
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return undefined
    case 'number':
      return Number.isFinite(value) ? undefined : found(String(value))
    case 'object':
      return value === null ? undefined : inObject(value, path)
    case 'function':
      return found(
        path.length === 0 ? 'a function in place of the settings themselves' : 'a function',
      )
    default:
      return found(`a ${typeof value}`)
  }
}

/** Deeper than this no setting goes; a value that holds itself does. */
const DEEPEST = 100

function inObject(value: object, path: readonly string[]): NoJson | undefined {
  const found = (what: string) => ({ where: path.slice(0, 3).join('.'), what })
  if (path.length > DEEPEST) return found('a value that holds itself')
  const prototype: unknown = Object.getPrototypeOf(value)
  const isPlain = Array.isArray(value) || prototype === Object.prototype || prototype === null
  if (!isPlain) return found(`a ${value.constructor?.name ?? 'value of a class'}`)
  for (const [name, member] of Object.entries(value)) {
    const inside = noJsonIn(member, [...path, name])
    if (inside !== undefined) return inside
  }
  return undefined
}
