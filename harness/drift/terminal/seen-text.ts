import type { Seen } from '../observed.ts'

/** An observation in few words. */
export function seenText(seen: Seen): string {
  switch (seen.kind) {
    case 'exact':
      return valueText(seen.value)
    case 'order':
      return seen.value.length === 0 ? 'no status but the last' : seen.value.join(' → ')
    case 'size':
      return `${seen.value} rows${seen.isLeast ? ' or more' : ''}`
    case 'types':
      return seen.value.length === 0 ? 'no value in any row' : seen.value.join(' or ')
    case 'gaps':
      return gapsText(seen.value)
    case 'forms':
      return seen.value.join(' or ')
    case 'unknown':
      return `unknown: ${seen.reason}`
  }
}

function valueText(value: unknown): string {
  if (value === null) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(valueText).join('; ')
  return JSON.stringify(value)
}

function gapsText(gaps: Readonly<Record<string, readonly string[]>>): string {
  const fields = Object.entries(gaps).map(([field, how]) => `${field} ${how.join(' or ')}`)
  return fields.length === 0 ? 'every field has a value in every row' : fields.join(', ')
}
