import type { NamedBy } from '../../contracts/data-source/named-by.ts'
import type { DataSourceDefinition } from '../../mock-datasource/index.ts'

/** Which data source is meant, and where it comes from. */
export interface DataSourceRef {
  readonly name: string
  /** Absent where nobody says it, or nobody asks. */
  readonly by?: NamedBy
  readonly from:
    | { readonly kind: 'built-in' }
    /** The path is absolute. */
    | { readonly kind: 'file'; readonly path: string }
    /** The description itself, as a file of something else holds it. */
    | { readonly kind: 'given'; readonly description: object; readonly path: string }
}

/** A data source as a plan carries it, as plain JSON: workers load it themselves. */
export interface PlannedDataSource extends DataSourceRef {
  /** As sentences name it. */
  readonly title: string
  /** SHA-256 of what it says, in 64 hex digits: two with one hash are the same. */
  readonly hash: string
}

/** A data source as it is used. */
export interface LoadedDataSource {
  readonly definition: DataSourceDefinition
  readonly planned: PlannedDataSource
}

/** A name as data sources have it: lower case, with `-` where somebody wrote `_`. */
export function canonicalName(word: string): string {
  return word.toLowerCase().replaceAll('_', '-')
}
