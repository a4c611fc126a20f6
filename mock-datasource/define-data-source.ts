import type { DataSourceDefinition } from './data-source-definition.ts'

/** The definition as it is: for its types, where it is written. What else is wrong with one, `problemsOf` tells. */
export function defineDataSource(definition: DataSourceDefinition): DataSourceDefinition {
  return definition
}
