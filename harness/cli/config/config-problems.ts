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
      return [where === '' ? issue.message : `${where}: ${issue.message}`]
    }
    return issue.keys.map((key) => unknown(key, where, namesAt(issue.path)))
  })
}

function unknown(key: string, where: string, names: readonly string[]): string {
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
