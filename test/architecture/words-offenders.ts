/** Files that know one data source still. The list gets shorter and never longer. */
export const OFFENDERS: readonly string[] = [
  'harness/cli/init/config-file.ts',
  'harness/cli/init/next-steps.ts',
  'harness/cli/init/python-skeleton.ts',
  'harness/cli/init/typescript-skeleton.ts',
]
