import createAsynchronous from '../../../connectors/abc-security-monitor/index.ts'
import { AbcConfiguration } from '../../../contracts/abc-security-monitor/configuration.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { broken } from '../support/broken.ts'

const base: ConnectorFactory = (connection, configuration) => {
  const { auth } = AbcConfiguration.parse(configuration)
  const password = auth.password.trim()
  return createAsynchronous(connection, { auth: { ...auth, password } })
}

export default broken({
  clause: 'SEC-2',
  aspect: 'any characters',
  defect: 'a password without the blanks at its ends',
  base,
  connector: () => ({}),
})
