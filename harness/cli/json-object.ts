import { UsageError } from '../errors.ts'
import { parseGiven } from '../text/json-depth.ts'
import { readGiven } from '../text/read-given.ts'
import { visible } from '../text/visible.ts'

/**
 * The members of an object that an option has as JSON, or as the path of a file that holds it.
 *
 * @param example what such JSON may look like.
 * @throws UsageError where it is neither.
 */
export function jsonObject(option: string, text: string, example: string): Record<string, unknown> {
  const hint = `Give JSON such as '${example}', or the path of a file that holds it.`
  const value = jsonOf(option, text, hint)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>
  }
  throw new UsageError(`${option} is no JSON object`, { hint })
}

function jsonOf(option: string, text: string, hint: string): unknown {
  try {
    return parseGiven(text.trimStart().startsWith('{') ? text : readGiven(text))
  } catch (error) {
    const why = visible(error instanceof Error ? error.message : String(error))
    throw new UsageError(`${option} cannot be read as JSON: ${why}`, { hint })
  }
}
