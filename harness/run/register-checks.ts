import { flushCompileCache } from 'node:module'
import { beforeAll, describe, inject, test } from 'vitest'
import { FAMILY_TITLES, type Family } from '../../contracts/clause.ts'
import type { DataSourceDefinition } from '../../mock-datasource/index.ts'
import { CHECKS, familyOf } from '../checks/index.ts'
import type { Driver } from '../drivers/driver.ts'
import { partWords } from '../engine/part.ts'
import type { Plan } from '../engine/plan.ts'
import type { CheckOutcome } from '../report/from-vitest.ts'
import { SharedAmong } from './at-once.ts'
import { plannedSource } from './planned-source.ts'
import { requireNoDeeds } from './require-no-deeds.ts'
import { plannedOf, tryCheck } from './try-check.ts'
import { driverOfWorker } from './worker-driver.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly plan: Plan
    /** So many cases are under way at once. */
    readonly atOnce: number
  }
  interface TaskMeta {
    outcome?: CheckOutcome
  }
}

/** Registers the planned checks of a family as tests; their results travel in the tests' meta data. */
export function registerChecks(family: Family): void {
  // Workers are ended by a signal, and would keep nothing of what they have compiled.
  flushCompileCache()
  const plan = inject('plan')
  const atOnce = new SharedAmong(inject('atOnce'))
  const checks = CHECKS.filter(
    ({ clause, name }) => familyOf(clause) === family && plan.checks.includes(name),
  )
  describe.concurrent(FAMILY_TITLES[family], () => {
    let driver: Driver
    let source: DataSourceDefinition
    beforeAll(async () => {
      // The connector's process starts while the data source is loaded.
      const both = await Promise.all([plannedSource(plan), driverOfWorker(plan)])
      source = both[0]
      driver = both[1]
      return () => requireNoDeeds(driver)
    })

    for (const planned of plannedOf(checks, plan)) {
      const { check, part } = planned
      test(part === undefined ? check.name : partWords(part), async ({ task, signal }) => {
        const tell = (outcome: CheckOutcome) => {
          task.meta.outcome = outcome
        }
        const { state } = await tryCheck(planned, { plan, source, driver, atOnce, signal }, tell)
        if (state === 'violated' || state === 'undecided') throw new Error(`${check.name} ${state}`)
      })
    }
  })
}
