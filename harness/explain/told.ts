import type { FaultSpec } from '../../mock-datasource/index.ts'
import type { ObservedCall } from './evidence.ts'

/** What a violation says of itself. */
export interface Told {
  readonly clause: string
  readonly expected: string
  readonly actual: string
  readonly counterexample: unknown
  /** The calls of the case, in their order. */
  readonly calls: readonly ObservedCall[]
  /** The faults that the data source had, secrets marked. */
  readonly faults: readonly FaultSpec[]
}
