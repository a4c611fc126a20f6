import type { Given } from '../../../contracts/data-source/credentials.ts'
import type { MockDataSource } from '../../../mock-datasource/index.ts'
import type { ConnectionChange } from '../../kit/session.ts'

/**
 * The variables that a connector's process is given to reach this mock: the one that names the file of the CA,
 * for a data source whose connectors take none in their connection. Cases change it as they change
 * `selfSignedCert`.
 *
 * @param fileOf where a certificate lies, given as PEM.
 */
export function environmentFor(
  { caByEnvironment: variable }: Given,
  mock: Pick<MockDataSource, 'certificate'>,
  { connection, without = [] }: ConnectionChange,
  fileOf: (certificate: string) => string,
): Readonly<Record<string, string>> {
  const trusted = connection?.selfSignedCert ?? mock.certificate
  if (variable === undefined || trusted === undefined || without.includes('selfSignedCert'))
    return {}
  return { [variable]: fileOf(trusted) }
}
