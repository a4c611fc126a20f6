import createConnector from '../../../connectors/abc-security-monitor/index.ts'
import type { GivenDeclarations } from '../../../contracts/declarations.ts'
import { broken } from '../support/broken.ts'

export const declarations: GivenDeclarations = { result_limit: true }

export default broken({
  clause: 'PAGE-9',
  defect: 'a limit that is declared and ignored',
  connector: (_, { connection, configuration }) => {
    const { result_limit: _limit, ...options } = connection.options ?? {}
    return createConnector({ ...connection, options }, configuration)
  },
})
