import fc from 'fast-check'
import { statesOf } from '../../../contracts/data-source/states-of.ts'
import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { succeeds, violated } from '../../kit/expectations.ts'
import { methodsOfASearch } from '../../kit/requests.ts'

interface HostileId {
  readonly method: Method
  readonly id: string
}

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
  needs: ['asynchronous', 'any id'],
  cases: (capabilities) =>
    fc.record({
      method: fc.constantFrom(...methodsOfASearch(capabilities)),
      id: fc
        .array(fc.constantFrom('/', '?', '#', '%', '%2F', '&', '=', '..', ' ', ';', 'é', 'x'), {
          minLength: 1,
          maxLength: 5,
        })
        .map((parts) => `victim${parts.join('')}`),
    }),
  always: (capabilities) =>
    combinations<HostileId>({ id: TELLING, method: methodsOfASearch(capabilities) }),
  async run({ connector, dataSource, declarations, source }, { method, id }) {
    const { control } = dataSource
    const query = source.query.all
    const { completed: status = '' } = statesOf(source)
    await control.createSearch({ query, id: VICTIM, status, progress: 100 })
    await control.createSearch({ query, id, status, progress: 100 })
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
