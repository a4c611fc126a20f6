import type {
  AbcSearchStatusBody,
  AbcStatus,
} from '../../../../contracts/abc-security-monitor/api.ts'
import type { Endpoint } from '../../../data-source-definition.ts'
import { foundBy, poll } from '../../../engine/search.ts'
import { jsonReply } from '../../../http/reply.ts'
import { noParameters } from '../parameters.ts'
import { namedSearch } from './named-search.ts'

/** `GET /searches/{query_id}` */
export const status: Endpoint = {
  operation: 'status',
  readsBody: false,
  answer(request, store) {
    noParameters(request)
    const search = namedSearch(request, store, 'status')
    poll(search, store)
    const body: AbcSearchStatusBody = {
      code: 200,
      query_id: search.id,
      status: search.status as AbcStatus,
      progress: search.progress,
      record_count: foundBy(search),
    }
    return jsonReply(200, body)
  },
}
