import type { Snapshot } from './control/snapshot.ts'
import type { DataSourceDefinition } from './data-source-definition.ts'
import type { PartialSettings } from './engine/settings.ts'
import type { FaultSpec } from './faults/fault-spec.ts'
import type { Certificate } from './http/certificate.ts'
import type { Patience } from './http/patience.ts'
import type { RecipeSpec } from './recipes/prepare.ts'

/** What a mock data source is to be like. */
export interface MockDataSourceOptions {
  /** What it is a mock of, or the name of a built-in one; default ABC Security Monitor. */
  readonly dataSource?: DataSourceDefinition | string
  /** Default `https`. */
  readonly scheme?: 'http' | 'https'
  /** Where to listen; default `127.0.0.1`. */
  readonly host?: string
  /** Default 0: any free port. */
  readonly port?: number
  /** For HTTPS. Without it a self-signed one is made; `makeCertificate` makes one for many mocks to share. */
  readonly certificate?: Certificate
  readonly settings?: PartialSettings
  readonly faults?: readonly FaultSpec[]
  /** Error cases by name, brought about behind these. */
  readonly recipes?: readonly RecipeSpec[]
  /** Restored before anything is served. `settings` and `faults` then come on top. */
  readonly state?: Snapshot
  /** Opens the control plane to other machines, for those who give it. */
  readonly adminToken?: string
  /** How many searches can live at once; default 100,000. Creating more fails as where the API is overloaded. */
  readonly maxSearches?: number | undefined
  /** What the journal may take, in bytes: headers and bodies of the oldest exchanges go first. Default 16 MiB. */
  readonly journalBytes?: number | undefined
  /** How long a request may take to arrive; default a minute for its headers, and five for all of it. */
  readonly patience?: Patience | undefined
  /** Told, in a sentence, where a bound of the mock's own has struck that its user may not expect. */
  readonly notice?: (sentence: string) => void
  /** Milliseconds, for searches that a clock drives and for the journal. */
  readonly clock?: () => number
}
