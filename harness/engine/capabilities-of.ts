import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { Capabilities } from '../kit/capabilities.ts'
import type { Plan } from './plan.ts'

/** What a plan knows of the connector, together with the data source that the plan only names. */
export function capabilitiesOf(plan: Plan, source: DataSource): Capabilities {
  const { mode, scheme, declarations, passed } = plan
  return { mode, scheme, declarations, source, passed }
}
