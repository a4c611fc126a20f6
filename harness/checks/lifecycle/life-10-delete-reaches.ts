import { statesOf } from '../../../contracts/data-source/states-of.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { succeeds, violated } from '../../kit/expectations.ts'
import { type Standing, standingsThere } from '../../kit/lifecycle/standing.ts'

/** LIFE-10. What a caller deletes is gone at the data source too, and stops costing it anything. */
export default defineCheck({
  clause: 'LIFE-10',
  claim: '`delete` reaches the data source',
  needs: ['asynchronous', 'delete'],
  cases: ({ source }): readonly Standing[] => {
    const { completed, middle, first, canceled, failed } = statesOf(source)
    return standingsThere([
      [completed, 100],
      [middle, 40],
      [first, 0],
      [canceled, 40],
      [failed, 40],
    ])
  },
  async run({ connector, dataSource }, { status, progress }) {
    const search = await dataSource.searchIn(status, progress)
    const other = await dataSource.searchIn(status, progress)
    succeeds(await connector.delete(search.id))
    if (dataSource.control.search(search.id) !== undefined) {
      violated('the search to be gone from the data source', 'it is still there')
    }
    if (dataSource.control.search(other.id) === undefined) {
      violated('the other search to be there', 'it is gone too')
    }
  },
})
