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

function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return false
  // A list with holes, or with members beside its elements, has another number of keys.
  if (Array.isArray(value) && Object.keys(value).length !== value.length) return false
  return isPlain(value) && Object.values(value).every(isJson)
}

/** An object of no class but the language's own lists and objects. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  const plain = Array.isArray(value) ? [Array.prototype] : [Object.prototype, null]
  return (
    (plain as unknown[]).includes(prototype) && Object.getOwnPropertySymbols(value).length === 0
  )
}
