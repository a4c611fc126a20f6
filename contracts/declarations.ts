import * as z from 'zod'
import { CLAUSES } from './clauses.ts'
import { MODES } from './data-source/mode.ts'
import { ErrorTable } from './error-table.ts'

const CLAUSE_IDS = CLAUSES.map(({ id }) => id)
/** A reason for each clause that has nothing to show of such a connector. */
const NotApplicable = z.partialRecord(z.enum(CLAUSE_IDS), z.string().trim().min(1))

/**
 * What a connector's author tells the harness about the connector, where the contract leaves a choice
 * that cannot be seen from outside. A check that does not apply is skipped, with the reason printed.
 */
export const Declarations = z.strictObject({
  /** What `is_async` must say (MODE-1). Where nothing is declared, what it says counts. */
  mode: z.enum(MODES).optional(),
  /** `reaches`: `delete` reaches the data source. `no-op`: it only answers, since the data source cannot. */
  delete: z.enum(['reaches', 'no-op']).default('reaches'),
  /** False: `results` never has `metadata`, and takes none (PAGE-6, PAGE-7). */
  metadata: z.boolean().default(true),
  /** Whether the connector honours `options.result_limit` (PAGE-9). */
  result_limit: z.boolean().default(false),
  /** The field of a row that holds the data source's `id`, where the connector names it anew (PAGE-1). */
  row_key: z.string().min(1).default('id'),
  /** The data source's error codes, where they are not those of ABC Security Monitor (ERR-1). */
  errors: ErrorTable.optional(),
  /** Clauses that need not be shown to hold, each with the reason: what is seen to break them counts all the same. */
  not_applicable: NotApplicable.optional(),
})
export type Declarations = z.infer<typeof Declarations>

/** Some declarations, without defaults: what was said and nothing else. */
export const GivenDeclarations = z.strictObject({
  mode: Declarations.shape.mode,
  delete: Declarations.shape.delete.unwrap().optional(),
  metadata: Declarations.shape.metadata.unwrap().optional(),
  result_limit: Declarations.shape.result_limit.unwrap().optional(),
  row_key: Declarations.shape.row_key.unwrap().optional(),
  errors: ErrorTable.optional(),
  not_applicable: NotApplicable.optional(),
})
export type GivenDeclarations = z.infer<typeof GivenDeclarations>

/** Who can say what holds of a connector, whoever goes before others first. */
export const ORIGINS = [
  'command line',
  'configuration file',
  'connector',
  'data source',
  'default',
] as const
export type Origin = (typeof ORIGINS)[number]

/** Who says it, of each declaration that has a value. */
export type DeclaredBy = Readonly<Partial<Record<keyof Declarations, Origin>>>
