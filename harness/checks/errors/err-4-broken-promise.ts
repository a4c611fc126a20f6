import type { Method } from '../../../contracts/method.ts'
import {
  BROKEN_ANSWERS,
  type BrokenAnswer,
  brokenFor,
} from '../../kit/arbitraries/broken-answer.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

interface BrokenCase {
  readonly method: Method
  readonly answer: BrokenAnswer
}

/** ERR-4. What is not the promised answer is no answer, and least of all a success. */
export default defineCheck({
  clause: 'ERR-4',
  claim: 'a response that is not what the API promises gives a failure',
  cases: ({ mode }) =>
    combinations<BrokenCase>({ method: requestingMethods(mode), answer: BROKEN_ANSWERS }),
  async run({ connector, dataSource, mode }, { method, answer: broken }) {
    const search = await dataSource.completedSearch()
    const fault = brokenFor(broken, mode, method)
    if (fault === undefined) throw new CaseNotApplicable(`the answer to ${method} has no such part`)
    dataSource.fault(fault)
    const answer = await callMethod(connector, method, search)
    const struck = answer.exchanges.some((exchange) => exchange.fault !== undefined)
    if (!struck) throw new CaseNotApplicable(`${method} makes no such request`)
    fails(answer)
  },
})
