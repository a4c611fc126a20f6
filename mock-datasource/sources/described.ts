import { readFileSync } from 'node:fs'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import { describedSource } from '../described/described-source.ts'
import { readDescription } from '../described/read-description.ts'

/** A built-in data source that a file beside this one describes. Throws where it has a mistake, which a test rules out. */
export function builtInDescription(file: string): DataSourceDefinition {
  const read = readDescription(readFileSync(new URL(file, import.meta.url), 'utf8'))
  const found =
    'value' in read
      ? describedSource(read.value)
      : { mistakes: [{ place: file, found: read.problem }] }
  if ('definition' in found) return found.definition
  const [first] = found.mistakes
  throw new Error(`${file}: ${first?.place}: ${first?.found}`)
}
