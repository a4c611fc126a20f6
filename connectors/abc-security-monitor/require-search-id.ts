import { ABC_QUERY_ID_MAX_LENGTH } from '../../contracts/abc-security-monitor/api.ts'
import { ConnectorFailure } from '../support/connector-failure.ts'
import { requireText } from '../support/require-text.ts'

/**
 * The search id itself, where the data source could have given it.
 *
 * `.` and `..` would leave the path of the search (SEC-3), and half a surrogate pair has no UTF-8 form;
 * the data source gives no such id, nor one that is longer than the API says, so that no search has it.
 *
 * @throws ConnectorFailure `invalid_parameter` for what is no id, `no_results` for what never was one
 */
export function requireSearchId(value: unknown): string {
  const id = requireText(value, 'search_id')
  const cannotBe = id === '.' || id === '..' || !id.isWellFormed()
  if (cannotBe || id.length > ABC_QUERY_ID_MAX_LENGTH) {
    throw new ConnectorFailure('no_results', 'A search with such an id does not exist')
  }
  return id
}
