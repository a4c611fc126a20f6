import type { ClauseId } from '../../../contracts/clauses.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { type Overrides, variantOf } from '../../variants/variant.ts'

/** A connector with one defect, and what is known of it. */
export interface Broken extends ConnectorFactory {
  /** The check that must catch it, by its name: the clause, and the aspect where it has one. */
  readonly caughtBy: string
  /** What is wrong, as a noun phrase. */
  readonly defect: string
}

interface Definition {
  readonly clause: ClauseId
  /** Which check of the clause must catch it, where the clause has several. */
  readonly aspect?: string
  readonly defect: string
  /** The connector that is broken; the asynchronous reference connector where none is named. */
  readonly base?: ConnectorFactory
  /** The methods that the defect is in. */
  readonly connector: Overrides
}

/** A correct connector with one defect. */
export function broken({ clause, aspect, defect, base, connector }: Definition): Broken {
  const caughtBy = aspect === undefined ? clause : `${clause} ${aspect}`
  return Object.assign(variantOf(connector, base), { caughtBy, defect })
}
