import fc from 'fast-check'
import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import type { Code } from '../../../contracts/data-source/errors.ts'
import { codesWithRoles } from '../../../contracts/data-source/means-of.ts'
import type { ErrorRole } from '../../../contracts/data-source/roles.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails } from '../../kit/expectations.ts'
import { atRequestsOf } from '../../kit/requests.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

interface LateError {
  readonly pageSize: number
  readonly pages: number
  readonly after: number
  readonly code: Code
}

/** What may befall any page. */
const ROLES: readonly ErrorRole[] = [
  'no_such_search',
  'unavailable',
  'general',
  'unauthenticated',
  'too_many',
]

/**
 * PAGE-2. A call that needs several pages fails when a later one fails: what the first pages held is not
 * the window that was asked for.
 */
export default defineCheck<LateError>({
  clause: 'PAGE-2',
  aspect: 'error behind the first page',
  claim: 'an error of the data source behind the first page fails the call',
  needs: ['two pages'],
  cases: ({ source }) => {
    const codes = codesWithRoles(source, ROLES)
    return codes.length === 0 ? [] : anyErrorBehind(codes)
  },
  always: ({ source }) => [
    ...withRole(source, 'unavailable', { pageSize: 5, pages: 2, after: 1 }),
    ...withRole(source, 'no_such_search', { pageSize: 2, pages: 4, after: 3 }),
  ],
  async run(session, { pageSize, pages, after, code }) {
    const { connector, dataSource } = session
    const search = await dataSource.completedSearch({ rows: pageSize * pages, pageSize })
    const where = atRequestsOf(session, 'results')
    dataSource.fault({ kind: 'api-error', code, after, ...where })
    const answer = await connector.results(search.id, 0, pageSize * pages)
    const struck = answer.exchanges.some((exchange) => exchange.fault !== undefined)
    if (!struck) throw new CaseNotApplicable('the connector needed fewer pages')
    fails(answer)
  },
})

function anyErrorBehind(codes: readonly Code[]): fc.Arbitrary<LateError> {
  return fc.record({
    pageSize: fc.integer({ min: 1, max: 5 }),
    pages: fc.integer({ min: 2, max: 5 }),
    after: fc.integer({ min: 1, max: 4 }),
    code: fc.constantFrom(...codes),
  })
}

function withRole(
  source: DataSource,
  role: ErrorRole,
  late: Omit<LateError, 'code'>,
): readonly LateError[] {
  return codesWithRoles(source, [role]).map((code) => ({ ...late, code }))
}
