import type { ErrorCode } from '../../../contracts/error-code.ts'
import { callMethod } from '../../kit/call-method.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails, succeeds } from '../../kit/expectations.ts'
import { missing } from '../../kit/needs.ts'
import { methodsOfASearch } from '../../kit/requests.ts'
import type { Session } from '../../kit/session.ts'

const IDS_THAT_NEVER_WERE = ['0b1f4a52-6c1d-4a3e-9a57-5d3f1f0c7e11', 'x', 'a b/c?d#e%2F', 'Zürich']

interface AbsentCase {
  readonly search: 'deleted' | 'never was' | 'empty'
  readonly id: string
  readonly method: 'status' | 'results' | 'delete'
}

/** LIFE-5. A search that is not there is `no_results`, whichever way it came not to be there. */
export default defineCheck({
  clause: 'LIFE-5',
  claim: 'a deleted or unknown search fails with `no_results`',
  needs: ['asynchronous', 'no_such_search'],
  cases: casesFor,
  async run(session, { search, id, method }) {
    const target = search === 'deleted' ? await deleted(session) : { id, query: '' }
    const answer = await callMethod(session.connector, method, target)
    fails(answer, ...(search === 'empty' ? codesOfEmptyId(session) : (['no_results'] as const)))
  },
})

/** Where a request without an id is one for another resource, what comes is that resource's own. */
function codesOfEmptyId({ source }: Capabilities): readonly ErrorCode[] {
  return source.ids.empty === 'elsewhere' ? [] : ['no_results', 'invalid_parameter']
}

/** Where `delete` never reaches the data source, nothing is ever gone, and `delete` cannot tell. */
function casesFor(capabilities: Capabilities): readonly AbsentCase[] {
  const method = methodsOfASearch(capabilities)
  const all = [
    ...combinations<AbsentCase>({ search: ['deleted'], id: [''], method }),
    ...combinations<AbsentCase>({ search: ['never was'], id: IDS_THAT_NEVER_WERE, method }),
    ...combinations<AbsentCase>({ search: ['empty'], id: [''], method }),
  ]
  if (missing(['delete'], capabilities) === undefined) return all
  return all.filter(({ search, method }) => search !== 'deleted' && method !== 'delete')
}

async function deleted({ connector, dataSource }: Session) {
  const search = await dataSource.completedSearch()
  // A connector that remembers what it saw of a search must forget it too.
  await connector.status(search.id)
  await connector.results(search.id, 0, 10)
  succeeds(await connector.delete(search.id), '`delete` of a search that is there to succeed')
  return search
}
