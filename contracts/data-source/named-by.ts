/** Who says which data source is meant. */
export const NAMED_BY = ['command line', 'configuration file', 'module'] as const
export type NamedBy = (typeof NAMED_BY)[number]
