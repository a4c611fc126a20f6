import type { AbcDeleteBody } from '../../../../contracts/abc-security-monitor/api.ts'
import type { Endpoint } from '../../../data-source-definition.ts'
import { jsonReply } from '../../../http/reply.ts'
import { noParameters } from '../parameters.ts'
import { namedSearch } from './named-search.ts'

const BODY: AbcDeleteBody = { code: 200, success: true }
const DELETED = jsonReply(200, BODY)

/** `DELETE /searches/{query_id}` */
export const deleteSearch: Endpoint = {
  operation: 'delete',
  readsBody: false,
  answer(request, store) {
    noParameters(request)
    store.searches.delete(namedSearch(request, store, 'delete').id)
    return DELETED
  },
}
