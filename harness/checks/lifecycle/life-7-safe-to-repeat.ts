import { isDeepStrictEqual } from 'node:util'
import { Records } from '../../../contracts/envelopes.ts'
import type { Answer } from '../../kit/answer.ts'
import { callMethod } from '../../kit/call-method.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, succeeds, violated } from '../../kit/expectations.ts'
import { printable } from '../../kit/printable.ts'
import type { Session } from '../../kit/session.ts'

interface RepeatCase {
  readonly method: 'ping' | 'is_async' | 'status' | 'results'
  readonly search: 'COMPLETED' | 'EXECUTE' | 'CANCELED' | 'unknown'
}

/** LIFE-7. Asking again changes nothing, neither the answer nor the data source. */
export default defineCheck({
  clause: 'LIFE-7',
  claim: 'the same call on unchanged state gives the same answer and changes nothing',
  cases: ({ mode }: Capabilities) =>
    combinations<RepeatCase>({
      method: ['ping', 'is_async', 'status', 'results'],
      search:
        mode === 'asynchronous' ? ['COMPLETED', 'EXECUTE', 'CANCELED', 'unknown'] : ['COMPLETED'],
    }),
  async run(session, { method, search }) {
    const target = await searchIn(session, search)
    const before = stateOf(session)
    const first = await callMethod(session.connector, method, target)
    // Nothing in this process has seen the search's `query`.
    if (isThere(method, search)) succeeds(first, 'success, also where its `query` was not seen')
    const second = await callMethod(session.connector, method, target)
    const third = await callMethod(session.connector, method, target)
    for (const again of [second, third]) {
      if (!isDeepStrictEqual(essence(again), essence(first))) {
        violated(`the same answer again, ${describeAnswer(first)}`, describeAnswer(again))
      }
    }
    const after = stateOf(session)
    if (!isDeepStrictEqual(after, before)) {
      violated(`searches at the data source as before, ${printable(before)}`, printable(after))
    }
  },
})

function isThere(method: RepeatCase['method'], search: RepeatCase['search']): boolean {
  return search === 'COMPLETED'
    ? method === 'status' || method === 'results'
    : method === 'status' && search !== 'unknown'
}

async function searchIn({ dataSource }: Session, search: RepeatCase['search']) {
  switch (search) {
    case 'COMPLETED':
      // All of them fit into one window: a connector may take the last row for the end.
      return dataSource.completedSearch({ rows: 8 })
    case 'EXECUTE':
      return dataSource.searchIn('EXECUTE', 40)
    case 'CANCELED':
      return dataSource.searchIn('CANCELED', 40)
    case 'unknown':
      return { id: 'no-such-search', query: '' }
  }
}

/** The searches of the data source but for the number of their polls, which every poll changes. */
function stateOf({ dataSource }: Session) {
  return dataSource.control
    .state()
    .searches.map(({ id, status, progress }) => ({ id, status, progress }))
}

/** What a caller goes by. Metadata and the wording of an error may differ from call to call. */
function essence({ reading }: Answer): unknown {
  switch (reading.kind) {
    case 'boolean':
      return reading.value
    case 'none':
      return 'no envelope'
    case 'failure':
      return { code: reading.envelope['code'] }
    case 'success': {
      const { status, progress, data } = reading.envelope
      const rows = Records.safeParse(data)
      return { status, progress, keys: rows.success ? rows.data.map((row) => row['id']) : null }
    }
  }
}
