import type * as z from 'zod'
import type { SearchStatus } from '../../contracts/envelopes.ts'
import type { ErrorCode } from '../../contracts/error-code.ts'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import type { PartialSettings } from '../engine/settings.ts'
import type { FaultSpec } from '../faults/fault-spec.ts'

/** What a correct connector makes of a call in which a fault of the recipe has struck. */
export interface Expected {
  /** The codes of the failure: any, or the first of these that fits best. Absent: it does not fail. */
  readonly fails?: 'any' | readonly ErrorCode[]
  /** The right answer is as good, as of a connector that tries again. */
  readonly right?: true
  /** What a status call may answer that does not fail; absent: what the search has come to. */
  readonly status?: readonly SearchStatus[]
  /** Its rows need not be those that there were: the data source gives others, and says nothing of it. */
  readonly rows?: 'any'
}

/** What brings an error case about at one data source. */
export interface Deeds {
  readonly settings?: PartialSettings
  readonly faults?: readonly FaultSpec[]
  /** Absent where no call is struck: then the answers tell what the data source says. */
  readonly expected?: Expected
  /** Absent where faults strike: what holds of every call, since the settings alone are the case. */
  readonly always?: Expected
}

/** Why a data source cannot have an error case. */
export interface WhyNot {
  readonly whyNot: string
}

/** An error case by its name, in no data source's own words. */
export interface Recipe<Shape extends z.ZodRawShape = z.ZodRawShape> {
  /** Lower case, `-` between words. */
  readonly name: string
  /** What happens. */
  readonly says: string
  /** What a correct connector answers. */
  readonly correct: string
  /** What can be said of it; all have a value where nothing is said. */
  readonly fields: Shape
  /** It is about the certificate, so that plain HTTP has nothing of it. */
  readonly encrypted?: true
  make(source: DataSourceDefinition, fields: z.output<z.ZodObject<Shape>>): Deeds | WhyNot
}

export function defineRecipe<Shape extends z.ZodRawShape>(recipe: Recipe<Shape>): Recipe<Shape> {
  return recipe
}
