import { randomUUID } from 'node:crypto'
import { failureIn } from '../../connectors/abc-security-monitor/error-mapper.ts'
import { ConnectorFailure } from '../../connectors/support/connector-failure.ts'
import { requireText } from '../../connectors/support/require-text.ts'
import { transportFailure } from '../../connectors/support/transport-failure.ts'
import { odd } from './support/odd.ts'

const IN_USE = 1004

/** A search that was made, and of which only the response was lost, is found by its name. */
export default odd({
  oddity: 'a search that the connector names, so that it can send the query again',
  connector: (_, { run, send }) => ({
    query: (query) =>
      run(async () => {
        const body = { query: requireText(query, 'query'), query_id: randomUUID() }
        const create = () => send({ method: 'POST', path: '/searches', body })
        let answer = await create().catch(() => undefined)
        const isSecond = answer === undefined
        answer ??= await create().catch((error: unknown) => {
          throw transportFailure(error)
        })
        const { code, query_id } = { ...(answer.json as Record<string, unknown> | undefined) }
        if (isSecond && code === IN_USE) return { success: true, search_id: body.query_id }
        const failure = failureIn(answer)
        if (failure !== undefined) throw failure
        if (query_id === body.query_id) return { success: true, search_id: query_id }
        throw new ConnectorFailure('unknown', 'The data source named the search otherwise')
      }),
  }),
})
