import { flushCompileCache } from 'node:module'
import { beforeAll, describe, inject, test } from 'vitest'
import { FAMILY_TITLES, type Family } from '../../contracts/clause.ts'
import type { DataSourceDefinition } from '../../mock-datasource/index.ts'
import { CHECKS, familyOf } from '../checks/index.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import type { Driver } from '../drivers/driver.ts'
import type { CaseFacts } from '../engine/case-facts.ts'
import { type Asked, AskedCount } from '../engine/found/asked.ts'
import { type Coverage, CoverageCount } from '../engine/found/coverage.ts'
import type { CheckResult } from '../engine/found/result.ts'
import { type CheckPart, partWords } from '../engine/part.ts'
import type { Plan } from '../engine/plan.ts'
import { runCheck } from '../engine/run-check.ts'
import type { RunOptions } from '../engine/run-options.ts'
import type { Answer } from '../kit/answer.ts'
import type { Check } from '../kit/define-check.ts'
import type { SecretFinder } from '../kit/secrets.ts'
import { type Footprint, FootprintCount } from '../pacts/record/footprint.ts'
import { driverOfWorker } from './worker-driver.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly plan: Plan
    /** So many cases of each check are under way at once. */
    readonly atOnce: number
  }
  interface TaskMeta {
    check?: string
    part?: CheckPart
    result?: CheckResult
    footprint?: Footprint
    coverage?: Coverage
    asked?: Asked
    /** What no call of the worker's driver shows or carries, by the time that the check ended. */
    limits?: readonly string[]
  }
}

/** Registers the planned checks of a family as tests; their results travel in the tests' meta data. */
export function registerChecks(family: Family): void {
  // Workers are ended by a signal, and would keep nothing of what they have compiled.
  flushCompileCache()
  const plan = inject('plan')
  const atOnce = inject('atOnce')
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

    const parts = checks.flatMap((check) => partsOf(check, plan).map((part) => ({ check, part })))
    for (const { check, part } of parts) {
      test(part === undefined ? check.name : partWords(part), async ({ task, signal }) => {
        let count = new CoverageCount()
        const caseEnded = (facts: CaseFacts) => count.add(facts)
        const asked = new AskedCount(plan.mode)
        const footprint = plan.footprint === true ? new FootprintCount() : undefined
        const called = (answer: Answer, secrets: SecretFinder, isUsual: boolean) => {
          asked.add(answer, secrets, isUsual)
          footprint?.add(answer.method, answer.exchanges)
        }
        const tell = (result: CheckResult) => {
          task.meta.check = check.name
          if (part !== undefined) task.meta.part = part
          if (footprint !== undefined) task.meta.footprint = footprint.footprint
          task.meta.asked = asked.asked
          task.meta.limits = driver.limits?.() ?? []
          task.meta.coverage = count.coverage
          task.meta.result = result
        }
        const begun = (sofar: () => CheckResult) => {
          count = new CoverageCount()
          signal.addEventListener('abort', () => tell(sofar()), { once: true })
        }
        const result = await runCheck(check, {
          ...{ ...plan, source, driver, part, atOnce, ...effortOf(check, plan) },
          isOver: () => plan.until !== undefined && Date.now() > plan.until,
          ...{ begun, caseEnded, called },
        })
        tell(result)
        if (result.state === 'violated' || result.state === 'undecided') {
          throw new Error(`${check.name} ${result.state}`)
        }
      })
    }
  })
}

function effortOf({ name }: Check, { tries }: Plan): Pick<RunOptions, 'most' | 'runs'> {
  const { listed, made } = tries[name] ?? { listed: 0, made: 0 }
  return { most: listed, runs: made }
}

/** Throws where the connector has ended what it runs in, or would have: that is no part of any check. */
function requireNoDeeds(driver: Driver): void {
  const deeds = driver.deeds?.() ?? []
  if (deeds.length > 0) throw new Error(`the connector ends what it runs in, ${deeds.join('; ')}`)
}

/** The data source of the plan, as it was when the plan was made. */
async function plannedSource({ dataSource }: Plan): Promise<DataSourceDefinition> {
  const { definition, planned } = await loadDataSource(dataSource)
  if (planned.hash === dataSource.hash) return definition
  throw new Error(`the data source ${dataSource.name} has changed since the run began`)
}

/** What of a check is to be tried: all of it, or the parts of a shard. */
function partsOf({ name }: Check, { shard }: Plan): readonly (CheckPart | undefined)[] {
  return shard === undefined ? [undefined] : shard.parts.filter(({ check }) => check === name)
}
