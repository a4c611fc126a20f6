import type { DataSourceRef } from '../../data-source/data-source-ref.ts'
import { loadDataSource } from '../../data-source/load-data-source.ts'
import { marksOf } from '../../engine/secrets/marks-of.ts'
import { maskOutput } from '../mask-output.ts'
import type { Config } from './read-config.ts'
import { markedIn, secretsAmong } from './secrets-among.ts'

/**
 * The same with what the data source marks among the secrets, which reach no stream from then on.
 *
 * @throws UsageError where there is no such data source.
 */
export async function markedBy<Given extends Pick<Config, 'giving' | 'secrets'>>(
  config: Given,
  dataSource: DataSourceRef | undefined,
): Promise<Given> {
  const { definition } = await loadDataSource(dataSource)
  const secrets = secretsAmong(markedIn(config.giving, marksOf(definition)), config.secrets)
  const known = new Set(config.secrets.map(({ value, isNamed }) => `${isNamed} ${value}`))
  maskOutput(secrets.filter(({ value, isNamed }) => !known.has(`${isNamed} ${value}`)))
  return { ...config, secrets }
}
