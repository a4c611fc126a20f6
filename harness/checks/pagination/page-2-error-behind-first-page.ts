import fc from 'fast-check'
import { defineCheck } from '../../kit/define-check.ts'
import { fails } from '../../kit/expectations.ts'
import { OPERATION_OF } from '../../kit/requests.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

/**
 * PAGE-2. A call that needs several pages fails when a later one fails: what the first pages held is not
 * the window that was asked for.
 */
export default defineCheck({
  clause: 'PAGE-2',
  aspect: 'error behind the first page',
  claim: 'an error of the data source behind the first page fails the call',
  cases: () =>
    fc.record({
      pageSize: fc.integer({ min: 1, max: 5 }),
      pages: fc.integer({ min: 2, max: 5 }),
      after: fc.integer({ min: 1, max: 4 }),
      code: fc.constantFrom(1002, 1010, 1020, 401, 429),
    }),
  always: () => [
    { pageSize: 5, pages: 2, after: 1, code: 1010 },
    { pageSize: 2, pages: 4, after: 3, code: 1002 },
  ],
  async run({ connector, dataSource, mode }, { pageSize, pages, after, code }) {
    const search = await dataSource.completedSearch({ rows: pageSize * pages, pageSize })
    const operation = OPERATION_OF[mode].results
    dataSource.fault({ kind: 'api-error', code, operation, after })
    const answer = await connector.results(search.id, 0, pageSize * pages)
    const struck = answer.exchanges.some((exchange) => exchange.fault !== undefined)
    if (!struck) throw new CaseNotApplicable('the connector needed fewer pages')
    fails(answer)
  },
})
