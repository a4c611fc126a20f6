import type { DataSourceDefinition } from '../../../mock-datasource/index.ts'

/**
 * Where the reference connectors of a data source are.
 *
 * @throws Error where it has none: then `init` takes those of the default one.
 */
export function referenceOf({
  title,
  reference,
}: DataSourceDefinition): NonNullable<DataSourceDefinition['reference']> {
  if (reference === undefined) throw new Error(`${title} has no reference connector`)
  return reference
}
