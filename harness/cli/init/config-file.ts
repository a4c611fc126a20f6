import type { SkeletonFile, Wish } from './skeleton.ts'

/** What `verify` reads in the connector's folder, so that it needs no further word. */
export function configFile({ name, mode, source, dataSource }: Wish, target: string): SkeletonFile {
  const declared =
    mode === 'async' ? ['mode: asynchronous'] : ['mode: synchronous', 'delete: no-op']
  const text = [
    '# What verify is told of this connector.',
    'target:',
    `  ${target}`,
    ...(dataSource === undefined ? [] : [`data_source: ${JSON.stringify(dataSource.word)}`]),
    'declare:',
    ...[...declared, 'result_limit: true'].map((line) => `  ${line}`),
    `  # The error codes of your data source, once they are no longer those of ${source.title}:`,
    `  # errors: { ${JSON.stringify(source.errors.roles.no_such_search ?? '404')}: [no_results] }`,
    '',
  ].join('\n')
  return { path: `${name}/connector-contract.config.yaml`, text }
}
