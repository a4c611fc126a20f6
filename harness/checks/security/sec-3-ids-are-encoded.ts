import fc from 'fast-check'
import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { asynchronousOnly, defineCheck } from '../../kit/define-check.ts'
import { succeeds, violated } from '../../kit/expectations.ts'

interface HostileId {
  readonly method: Method
  readonly id: string
}

const METHODS_OF_A_SEARCH = ['status', 'results', 'delete'] as const
/** A search whose id is the beginning of the hostile ones: what an unencoded id would reach. */
const VICTIM = 'victim'

const TELLING = [
  'victim/results',
  'victim?limit=1',
  'victim#x',
  '../searches/victim',
  'victim%2Fresults',
  'victim&offset=2',
  'victim results',
  'victim\r\nX-Evil: 1',
  'victim\'"',
  'Zürich 東京 😀',
  '%',
  'a+b',
]

/** SEC-3. An id is one segment of a path, whatever is in it. */
export default defineCheck({
  clause: 'SEC-3',
  claim: 'no id can reach another path, parameter or header of the API',
  notFor: asynchronousOnly,
  cases: () =>
    fc.record({
      method: fc.constantFrom(...METHODS_OF_A_SEARCH),
      id: fc
        .array(fc.constantFrom('/', '?', '#', '%', '%2F', '&', '=', '..', ' ', ';', 'é', 'x'), {
          minLength: 1,
          maxLength: 5,
        })
        .map((parts) => `victim${parts.join('')}`),
    }),
  always: () => combinations<HostileId>({ id: TELLING, method: METHODS_OF_A_SEARCH }),
  async run({ connector, dataSource, declarations }, { method, id }) {
    const { control } = dataSource
    const query = 'SELECT * FROM events'
    await control.createSearch({ query, id: VICTIM, status: 'COMPLETED', progress: 100 })
    await control.createSearch({ query, id, status: 'COMPLETED', progress: 100 })
    const answer = await callMethod(connector, method, { id, query })
    succeeds(answer, 'success, since there is such a search')
    if (control.search(VICTIM) === undefined)
      violated('the other search to be untouched', 'it is gone')
    const reached = control.search(id) === undefined
    if (method === 'delete' && !reached && declarations.delete === 'reaches') {
      violated('the search to be gone', 'it is still there')
    }
  },
})
