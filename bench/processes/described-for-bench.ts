import { readFileSync } from 'node:fs'
import { describedSource, readDescription } from '../../mock-datasource/descriptions.ts'
import type { DataSourceDefinition } from '../../mock-datasource/index.ts'

/** A data source that a file describes, which is asked as ABC Security Monitor is. */
export function describedForBench(): DataSourceDefinition {
  const file = new URL('../sources/described.yaml', import.meta.url)
  const read = readDescription(readFileSync(file, 'utf8'))
  const source = 'value' in read ? describedSource(read.value) : { mistakes: [read.problem] }
  if ('definition' in source) return source.definition
  throw new Error(JSON.stringify(source.mistakes))
}
