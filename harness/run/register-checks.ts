import { beforeAll, describe, inject, test } from 'vitest'
import { FAMILY_TITLES, type Family } from '../../contracts/clause.ts'
import { CHECKS, familyOf } from '../checks/index.ts'
import type { Driver } from '../drivers/driver.ts'
import { openDriver } from '../drivers/open-driver.ts'
import type { Answer } from '../kit/answer.ts'
import type { CaseFacts } from '../kit/case-facts.ts'
import { type Coverage, CoverageCount } from '../kit/coverage.ts'
import type { CheckResult } from '../kit/result.ts'
import { runCheck } from '../kit/run-check.ts'
import { type Footprint, FootprintCount } from '../pacts/record/footprint.ts'
import type { Plan } from './plan.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly plan: Plan
  }
  interface TaskMeta {
    check?: string
    result?: CheckResult
    footprint?: Footprint
    coverage?: Coverage
  }
}

/** Registers the planned checks of a family as tests; their results travel in the tests' meta data. */
export function registerChecks(family: Family): void {
  const plan = inject('plan')
  const checks = CHECKS.filter(
    ({ clause, name }) => familyOf(clause) === family && plan.checks.includes(name),
  )
  // vitest calls a file without tests a failure; a plan without a family is none.
  if (checks.length === 0) {
    test.skip(`no check of ${family} is planned`)
    return
  }
  describe.concurrent(FAMILY_TITLES[family], () => {
    let driver: Driver
    beforeAll(async () => {
      driver = await openDriver(plan.target)
      return () => driver.close()
    })

    for (const check of checks) {
      test(check.name, async ({ task }) => {
        const count = new CoverageCount()
        const caseEnded = (facts: CaseFacts) => count.add(facts)
        const asked = plan.footprint === true ? new FootprintCount() : undefined
        const called = asked && ((answer: Answer) => asked.add(answer.method, answer.exchanges))
        const result = await runCheck(check, { ...plan, driver, caseEnded, called })
        task.meta.check = check.name
        if (asked !== undefined) task.meta.footprint = asked.footprint
        task.meta.coverage = count.coverage
        task.meta.result = result
        if (result.state === 'violated' || result.state === 'undecided') {
          throw new Error(`${check.name} ${result.state}`)
        }
      })
    }
  })
}
