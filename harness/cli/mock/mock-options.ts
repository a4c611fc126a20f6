import type { FlawName } from '../../../mock-datasource/index.ts'
import type { DataSourceOptions } from '../data-source-option.ts'

/** What `mock` was given, as commander hands it over. */
export interface MockCommandOptions extends DataSourceOptions {
  readonly http?: boolean
  readonly https?: boolean
  readonly host: string
  readonly port?: number
  readonly expose?: boolean
  readonly cert?: string
  readonly key?: string
  readonly certOut?: string
  readonly connectionOut?: string
  readonly certFlaw?: FlawName
  readonly rows?: number
  readonly seed?: number
  readonly data?: string
  readonly pageSize?: number
  readonly maxSearches?: number
  readonly ids?: 'uuid' | 'awkward'
  readonly progress?: string
  readonly fault: readonly string[]
  readonly recipe: readonly string[]
  readonly scenario?: string
  readonly record?: string
  readonly from?: string
  readonly dryRun?: true
  readonly insecure?: true
  readonly ca?: string
  readonly clientCert?: string
  readonly clientKey?: string
  /** A folder, or a HAR file. */
  readonly serveRecording?: string
  readonly secret?: readonly string[]
  readonly state?: string
  readonly adminToken?: string
  readonly log?: 'text' | 'json'
  readonly quiet?: true
  readonly open?: true
  /** In bytes. */
  readonly journal: number
  /** JSON, or the path of a file that holds it. */
  readonly credentials?: string
  readonly username?: string
  readonly password?: string
  readonly token?: string
}
