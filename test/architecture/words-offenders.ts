/** Files that know one data source still. The list gets shorter and never longer. */
export const OFFENDERS: readonly string[] = []
