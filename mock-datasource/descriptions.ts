/**
 * What makes a data source of a description. A door of its own: what reads YAML and XML takes as long to load as all
 * the rest of a mock, and most runs need none of it.
 */
export { describedSource } from './described/described-source.ts'
export { extended, type FindBase, type Written } from './described/extended.ts'
export type { Mistake } from './described/mistake.ts'
export { LONGEST_DESCRIPTION, readDescription } from './described/read-description.ts'
export { builtInWritten } from './sources/described.ts'
