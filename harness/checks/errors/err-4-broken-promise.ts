import type { Method } from '../../../contracts/method.ts'
import { brokenAnswers, brokenFor } from '../../kit/arbitraries/broken-answer.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

interface BrokenCase {
  readonly method: Method
  /** How it is broken, by name. */
  readonly answer: string
}

/** ERR-4. What is not the promised answer is no answer, and least of all a success. */
export default defineCheck({
  clause: 'ERR-4',
  claim: 'a response that is not what the API promises gives a failure',
  cases: (capabilities) =>
    combinations<BrokenCase>({
      method: requestingMethods(capabilities),
      answer: brokenAnswers(capabilities.source),
    }),
  async run(session, { method, answer: broken }) {
    const { connector, dataSource } = session
    const search = await dataSource.completedSearch()
    const fault = brokenFor(broken, session, method)
    if (fault === undefined) throw new CaseNotApplicable(`the answer to ${method} has no such part`)
    dataSource.fault(fault)
    const answer = await callMethod(connector, method, search)
    const struck = answer.exchanges.some((exchange) => exchange.fault !== undefined)
    if (!struck) throw new CaseNotApplicable(`${method} makes no such request`)
    fails(answer)
  },
})
