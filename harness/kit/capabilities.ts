import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { Mode } from '../../contracts/data-source/mode.ts'
import type { Declarations } from '../../contracts/declarations.ts'

/** What is known of the connector, and of its data source, before any check runs. */
export interface Capabilities {
  readonly mode: Mode
  readonly scheme: 'http' | 'https'
  readonly declarations: Declarations
  /** What the connector talks to. */
  readonly source: DataSource
  /** What the user has every configuration hold beside what the data source has connectors given. */
  readonly passed?:
    | { readonly configuration?: Readonly<Record<string, unknown>> | undefined }
    | undefined
  /** Why metadata cannot be handed back to the connector; undefined where it can. */
  readonly withoutMetadata?: string | undefined
}
