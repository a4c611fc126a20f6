import { isDeepStrictEqual } from 'node:util'
import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { statesOf } from '../../../contracts/data-source/states-of.ts'
import { Records } from '../../../contracts/envelopes.ts'
import type { Answer } from '../../kit/answer.ts'
import { callMethod } from '../../kit/call-method.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeByKeys, succeeds, violated } from '../../kit/expectations.ts'
import { printable } from '../../kit/printable.ts'
import type { Session } from '../../kit/session.ts'

interface RepeatCase {
  readonly method: 'ping' | 'is_async' | 'status' | 'results'
  /** The state of the search in the data source's word, or that it is unknown there. */
  readonly search: string
}

/** LIFE-7. Asking again changes nothing, neither the answer nor the data source. */
export default defineCheck({
  clause: 'LIFE-7',
  claim: 'the same call on unchanged state gives the same answer and changes nothing',
  cases: (capabilities) =>
    combinations<RepeatCase>({
      method: ['ping', 'is_async', 'status', 'results'],
      search: searchesOf(capabilities),
    }),
  async run(session, { method, search }) {
    const target = await searchIn(session, search)
    const before = stateOf(session)
    const first = await callMethod(session.connector, method, target)
    // Nothing in this process has seen the search's `query`.
    if (isThere(method, search, session))
      succeeds(first, 'success, also where its `query` was not seen')
    const second = await callMethod(session.connector, method, target)
    const third = await callMethod(session.connector, method, target)
    for (const again of [second, third]) {
      if (!isDeepStrictEqual(essence(again), essence(first))) {
        violated(`the same answer again, ${describeByKeys(first)}`, describeByKeys(again))
      }
    }
    const after = stateOf(session)
    if (!isDeepStrictEqual(after, before)) {
      violated(`searches at the data source as before, ${printable(before)}`, printable(after))
    }
  },
})

const UNKNOWN = 'unknown'

/** A search of a synchronous connector is done, whatever states its data source has words for. */
function doneOf(source: DataSource): string {
  return statesOf(source).completed ?? 'COMPLETED'
}

function searchesOf({ mode, source }: Capabilities): readonly string[] {
  if (mode === 'synchronous') return [doneOf(source)]
  const { middle, canceled } = statesOf(source)
  return [doneOf(source), middle, canceled, UNKNOWN].filter((word) => word !== undefined)
}

function isThere(
  method: RepeatCase['method'],
  search: RepeatCase['search'],
  { source }: Session,
): boolean {
  return search === doneOf(source)
    ? method === 'status' || method === 'results'
    : method === 'status' && search !== UNKNOWN
}

async function searchIn({ dataSource, source }: Session, search: RepeatCase['search']) {
  // All of them fit into one window: a connector may take the last row for the end.
  if (search === doneOf(source)) return dataSource.completedSearch({ rows: 8 })
  if (search === UNKNOWN) return { id: 'no-such-search', query: '' }
  return dataSource.searchIn(search, 40)
}

/** The searches of the data source but for the number of their polls, which every poll changes. */
function stateOf({ dataSource }: Session) {
  return dataSource.control
    .state()
    .searches.map(({ id, status, progress }) => ({ id, status, progress }))
}

/** What a caller goes by. Metadata and the wording of an error may differ from call to call. */
function essence({ reading, rowKey }: Answer): unknown {
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
      return { status, progress, keys: rows.success ? rows.data.map((row) => row[rowKey]) : null }
    }
  }
}
