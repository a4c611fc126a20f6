import * as z from 'zod'
import { ErrorTable } from './error-table.ts'

/**
 * What a connector's author tells the harness about the connector, where the contract leaves a choice
 * that cannot be seen from outside. A check that does not apply is skipped, with the reason printed.
 */
export const Declarations = z.strictObject({
  /** `reaches`: `delete` reaches the data source. `no-op`: it only answers, since the data source cannot. */
  delete: z.enum(['reaches', 'no-op']).default('reaches'),
  /** Whether the connector honours `options.result_limit` (PAGE-9). */
  result_limit: z.boolean().default(false),
  /** The data source's error codes, where they are not those of ABC Security Monitor (ERR-1). */
  errors: ErrorTable.optional(),
})
export type Declarations = z.infer<typeof Declarations>

/** Some declarations, without defaults: what was said and nothing else. */
export const GivenDeclarations = z.strictObject({
  delete: Declarations.shape.delete.unwrap().optional(),
  result_limit: Declarations.shape.result_limit.unwrap().optional(),
  errors: ErrorTable.optional(),
})
export type GivenDeclarations = z.infer<typeof GivenDeclarations>
