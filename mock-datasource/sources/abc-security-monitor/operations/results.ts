import { AbcResultsParameters } from '../../../../contracts/abc-security-monitor/api.ts'
import type { Endpoint } from '../../../data-source-definition.ts'
import { follow, type Search } from '../../../engine/search.ts'
import type { ApiRequest } from '../../../http/api-request.ts'
import { Refusal } from '../../../refusal.ts'
import { integerParameter, queryParameters } from '../parameters.ts'
import { resultsPage, type Wanted } from '../results-page.ts'
import { namedSearch } from './named-search.ts'

const { offset: OFFSET, limit: LIMIT } = AbcResultsParameters.shape
const PARAMETERS = Object.keys(AbcResultsParameters.shape)

/** `GET /searches/{query_id}/results` */
export const results: Endpoint = {
  operation: 'results',
  readsBody: false,
  answer(request, store) {
    const wanted = wantedBy(request)
    const search = namedSearch(request, store, 'results')
    follow(search, store)
    refuseUnlessCompleted(search)
    const { source, query } = search
    return resultsPage(store, { source, query, owner: `search:${search.serial}` }, wanted)
  },
}

function wantedBy(request: ApiRequest): Wanted {
  const parameters = queryParameters(request, PARAMETERS)
  return {
    offset: integerParameter(parameters, 'offset', OFFSET.unwrap()),
    limit: integerParameter(parameters, 'limit', LIMIT.unwrap()),
    pageToken: parameters.get('page_token'),
    anomaly: request.anomaly,
  }
}

function refuseUnlessCompleted({ status, progress }: Search): void {
  switch (status) {
    case 'COMPLETED':
      return
    case 'CANCELED':
      throw new Refusal('1003', { message: 'The search was canceled' })
    case 'ERROR':
      throw new Refusal('1020', {
        message: 'An error occurred during the attempt: the search failed',
      })
    default:
      throw new Refusal('1003', {
        message: `The search is still in progress: ${status}, ${progress} %`,
      })
  }
}
