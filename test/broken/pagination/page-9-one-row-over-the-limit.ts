import createConnector from '../../../connectors/abc-security-monitor/index.ts'
import type { GivenDeclarations } from '../../../contracts/declarations.ts'
import { broken } from '../support/broken.ts'

export const declarations: GivenDeclarations = { result_limit: true }

export default broken({
  clause: 'PAGE-9',
  defect: 'one row more than the limit',
  connector: (_, { connection, configuration }) => {
    const { result_limit: limit, ...options } = connection.options ?? {}
    const more = limit === undefined ? {} : { result_limit: limit + 1 }
    return createConnector({ ...connection, options: { ...options, ...more } }, configuration)
  },
})
