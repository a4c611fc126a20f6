/** Whether a value can be written as JSON, and stands there as what it is. */
export function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  try {
    return JSON.stringify(value) !== undefined
  } catch {
    return false // circular, or it holds a bigint
  }
}
