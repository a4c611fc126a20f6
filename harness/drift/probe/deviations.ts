import type * as z from 'zod'

/** How a body that has nothing to object to is called. */
export const AS_PROMISED = 'as the API says'

/** Values of an enumeration are short; what is longer is none, and nobody's business. */
const LONGEST_VALUE = 40

/**
 * How a body differs from a schema, one line a field; the same for other rows, ids and texts. The field
 * `code` is left to those who look at it.
 */
export function deviations(
  { json, text }: { json: unknown; text: string },
  schema: z.ZodType,
): string | string[] {
  if (json === undefined) return [text.trim() === '' ? 'empty' : 'not JSON']
  const parsed = schema.safeParse(json)
  if (parsed.success) return AS_PROMISED
  const lines = parsed.error.issues
    .filter(({ path }) => path.join('.') !== 'code')
    .map((issue) => lineOf(issue, json))
  return lines.length === 0 ? AS_PROMISED : [...new Set(lines)].toSorted()
}

function lineOf(issue: z.core.$ZodIssue, json: unknown): string {
  const where = issue.path.map((step) => (typeof step === 'number' ? '*' : String(step))).join('.')
  const value = issue.path.reduce<unknown>(memberOf, json)
  const isShort = typeof value === 'string' && value.length <= LONGEST_VALUE
  const shown = issue.code === 'invalid_value' && isShort ? `${JSON.stringify(value)}: ` : ''
  return `${where === '' ? '' : `${where}: `}${shown}${issue.message}`
}

function memberOf(value: unknown, step: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
}
