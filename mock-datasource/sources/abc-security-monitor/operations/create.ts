import {
  ABC_BASE_PATH,
  type AbcCreateSearchBody,
  type AbcStatus,
} from '../../../../contracts/abc-security-monitor/api.ts'
import type { Endpoint } from '../../../data-source-definition.ts'
import { jsonReply } from '../../../http/reply.ts'
import { Refusal } from '../../../refusal.ts'
import { createSearchBody, noParameters } from '../parameters.ts'
import { scriptedRefusal } from '../refusal.ts'

/** `POST /searches` */
export const create: Endpoint = {
  operation: 'create',
  readsBody: true,
  async answer(request, store) {
    noParameters(request)
    const { query, query_id: id } = createSearchBody(request)
    const { fails } = store.compile(query, store.source)
    if (fails['create'] !== undefined) throw scriptedRefusal(fails['create'])
    if (id !== undefined && store.searches.has(id)) throw inUse(id)
    const search = await store.createSearch(query, id)
    if (!search) throw inUse(id)
    const { status, progress } = search
    const body: AbcCreateSearchBody = {
      code: 200,
      query_id: search.id,
      status: status as AbcStatus,
      progress,
    }
    const location = `${ABC_BASE_PATH}/searches/${encodeURIComponent(search.id)}`
    return { ...jsonReply(201, body, { location }), facts: { searchId: search.id } }
  },
}

function inUse(id: string | undefined): Refusal {
  return new Refusal('1004', { message: `The search id '${id}' is already in use` })
}
