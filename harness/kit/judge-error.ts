import type { ErrorCode } from '../../contracts/error-code.ts'
import type { Method } from '../../contracts/method.ts'
import type { FaultSpec, JournalEntry } from '../../mock-datasource/index.ts'
import { callMethod } from './call-method.ts'
import { fails } from './expectations.ts'
import { requestsOf } from './requests.ts'
import type { Session } from './session.ts'
import { CaseNotApplicable } from './violation.ts'

/**
 * Calls a method while every request to the data source fails in this way; the method must fail, with
 * one of these codes where any are given. A method that makes no request cannot see the fault.
 *
 * @param look at each exchange that the fault struck, before the answer is judged
 */
export async function judgeError(
  session: Session,
  method: Method,
  fault: FaultSpec,
  codes: readonly ErrorCode[],
  look: (struck: JournalEntry) => void = () => {},
): Promise<void> {
  const search = await session.dataSource.completedSearch()
  session.dataSource.fault(fault)
  const answer = await callMethod(session.connector, method, search)
  if (requestsOf(answer, session.source).length === 0 && answer.reading.kind !== 'none') {
    throw new CaseNotApplicable(`${method} makes no request`)
  }
  answer.exchanges.filter((exchange) => exchange.fault !== undefined).forEach(look)
  fails(answer, ...codes)
}
