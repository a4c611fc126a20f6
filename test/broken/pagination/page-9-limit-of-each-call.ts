import createConnector from '../../../connectors/abc-security-monitor/index.ts'
import type { GivenDeclarations } from '../../../contracts/declarations.ts'
import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export const declarations: GivenDeclarations = { result_limit: true }

export default broken({
  clause: 'PAGE-9',
  defect: 'a limit for the rows of each call, not of the search',
  connector: (_, { connection, configuration }) => {
    const { result_limit: limit, ...options } = connection.options ?? {}
    const { results } = createConnector({ ...connection, options }, configuration)
    return {
      results: onSuccess(results, (answer) => ({ ...answer, data: answer.data.slice(0, limit) })),
    }
  },
})
