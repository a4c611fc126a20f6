import * as z from 'zod'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import { lifeCycleOf } from '../engine/life-cycle.ts'
import { type PartialSettings, settingsSchema } from '../engine/settings.ts'
import { type FaultSpec, faultSpecSchema } from '../faults/fault-spec.ts'
import { searchSchemas } from './search-schemas.ts'
import { type Snapshot, snapshotSchema } from './snapshot.ts'

/** What is parsed for mocks of one data source. */
export interface Schemas {
  readonly changes: z.ZodType<PartialSettings>
  readonly faultSpec: z.ZodType<FaultSpec>
  readonly snapshot: z.ZodType<Snapshot>
  /** Absent where the data source makes no searches. */
  readonly searches: ReturnType<typeof searchSchemas> | undefined
}

const made = new WeakMap<DataSourceDefinition, Schemas>()

/** Made once for all mocks of a data source: to make a schema takes a hundred times as long as to use it. */
export function schemasOf(definition: DataSourceDefinition): Schemas {
  const known = made.get(definition)
  if (known) return known
  const schemas = makeSchemas(definition)
  made.set(definition, schemas)
  return schemas
}

function makeSchemas(definition: DataSourceDefinition): Schemas {
  const lifeCycle = lifeCycleOf(definition.states)
  return {
    changes: settingsSchema(definition.credentials).partial(),
    faultSpec: faultSpecSchema(definition),
    snapshot: snapshotSchema(definition),
    searches: lifeCycle && searchSchemas(lifeCycle, definition.searchId ?? z.string().min(1)),
  }
}
