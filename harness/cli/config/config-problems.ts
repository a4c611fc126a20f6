import * as z from 'zod'
import { ConfigFile } from '../../../contracts/config-file.ts'
import { nearestName } from '../../../contracts/given/nearest-name.ts'

/** What is wrong with a configuration, a sentence each; a name that is no setting's comes with the nearest. */
export function configProblems(error: z.ZodError, content: unknown): readonly string[] {
  if (content === undefined)
    return ['it has no default export: write `export default { target: { … } }`']
  return error.issues.flatMap((issue) => {
    const where = issue.path.join('.')
    if (issue.code !== 'unrecognized_keys') {
      const words = instead(issue, valueAt(content, issue.path)) ?? issue.message
      return [where === '' ? words : `${where}: ${words}`]
    }
    return issue.keys.map((key) => unknown(key, where, namesAt(issue.path)))
  })
}

/** What to write of a value that is meant, and of another kind; undefined where nobody can tell. */
function instead(issue: z.core.$ZodIssue, value: unknown): string | undefined {
  const isOwnWords = !issue.message.startsWith('Invalid input')
  if (issue.code !== 'invalid_type' || isOwnWords || typeof value !== 'string') return undefined
  const isNumber = /^\d+$/.test(value) && ['int', 'number'].includes(issue.expected)
  const isBoolean = /^(?:true|false)$/.test(value) && issue.expected === 'boolean'
  if (isNumber || isBoolean) return `write ${value}, without quotes`
  if (issue.expected !== 'array') return undefined
  return `write it as a list: ${JSON.stringify(value.split(/\s*,\s*/))}`
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Readonly<Record<PropertyKey, unknown>>)[step]
  }
  return value
}

function unknown(key: string, where: string, names: readonly string[]): string {
  if (where === '' && namesAt(['target']).includes(key)) {
    return `"${key}" stands within \`target\`, as in { "target": { "${key}": … } }`
  }
  const near = nearestName(key, names)
  const meant = near === undefined ? `known are ${names.join(', ')}` : `"${near}" is nearest`
  return `unknown setting "${key}"${where === '' ? '' : ` in ${where}`}: ${meant}`
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
}

/** The names that the schema knows at a path. */
function namesAt(path: readonly PropertyKey[]): readonly string[] {
  let schema: JsonSchema | undefined = z.toJSONSchema(ConfigFile, { io: 'input' }) as JsonSchema
  for (const step of path) schema = schema?.properties?.[String(step)] ?? schema?.items
  return Object.keys(schema?.properties ?? {})
}
