import type { Endpoint } from '../../../data-source-definition.ts'
import type { CompiledQuery } from '../../../engine/data-model.ts'
import { noParameters, synchronousQueryBody } from '../parameters.ts'
import { scriptedRefusal } from '../refusal.ts'
import { resultsPage } from '../results-page.ts'

/** `POST /events/query` */
export const synchronousQuery: Endpoint = {
  operation: 'query',
  readsBody: true,
  answer(request, store) {
    noParameters(request)
    const { query, offset, limit, page_token: pageToken } = synchronousQueryBody(request)
    const { source } = store
    refuseIfScripted(store.compile(query, source))
    return resultsPage(
      store,
      { source, query, owner: `query:${query}` },
      { offset, limit, pageToken, anomaly: request.anomaly },
    )
  },
}

function refuseIfScripted({ fails, ending }: CompiledQuery): void {
  const code = fails['create'] ?? fails['results']
  if (code !== undefined) throw scriptedRefusal(code)
  if (ending?.status === 'ERROR') throw scriptedRefusal('1020')
  if (ending?.status === 'CANCELED')
    throw scriptedRefusal('1003', { message: 'The query was canceled' })
}
