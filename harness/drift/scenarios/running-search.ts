import { failure } from '../probe/expected.ts'
import type { Scenario } from '../scenario.ts'
import { createSearch, getResults, getStatus, idOf, statusOf, TERMINAL } from '../steps.ts'

const PROBE = 'results of a running search'

/** 1003, where the search can be caught running. */
export const runningSearch: Scenario = {
  name: 'running-search',
  title: 'A search that still runs',
  async run(side, observe, { query }) {
    const id = idOf(await createSearch(side, query))
    const results = await getResults(side, id)
    const isRefused = (results.answer?.status ?? 0) >= 400
    const { status } = isRefused ? { status: '' } : statusOf(await getStatus(side, id))
    if (!TERMINAL.includes(status)) {
      return observe.answer(PROBE, results, failure('still in progress'))
    }
    const why = 'it was over before it could be caught running; give --query more to do'
    observe.unknown(PROBE, why)
  },
}
