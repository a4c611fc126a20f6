import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { type Overrides, variantOf } from '../../variants/variant.ts'

/** A connector that is correct, and not what one expects. */
export interface Odd extends ConnectorFactory {
  /** What is odd about it, as a noun phrase. */
  readonly oddity: string
  /** The checks of a SHOULD whose advice it does not take, by their names. */
  readonly advised: readonly string[]
}

interface Definition {
  readonly oddity: string
  readonly advised?: readonly string[]
  /** The connector that it is built on; the asynchronous reference connector where none is named. */
  readonly base?: ConnectorFactory
  readonly connector: Overrides
}

/** A correct connector that does something in a way of its own. */
export function odd({ oddity, advised = [], base, connector }: Definition): Odd {
  return Object.assign(variantOf(connector, base), { oddity, advised })
}
