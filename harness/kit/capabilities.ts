import type { Declarations } from '../../contracts/declarations.ts'
import type { Mode } from './requests.ts'

/** What the plan knows of the connector before any check runs. */
export interface Capabilities {
  readonly mode: Mode
  readonly scheme: 'http' | 'https'
  readonly declarations: Declarations
  /** Why metadata cannot be handed back to the connector; undefined where it can. */
  readonly withoutMetadata?: string | undefined
}
