import { writeFileSync } from 'node:fs'
import { CHECKS } from '../harness/checks/index.ts'
import { loadDataSource } from '../harness/data-source/load-data-source.ts'
import type { Driver } from '../harness/drivers/driver.ts'
import { openDriver } from '../harness/drivers/open-driver.ts'
import type { Plan } from '../harness/engine/plan.ts'
import { runCheck } from '../harness/engine/run-check.ts'
import type { Check } from '../harness/kit/define-check.ts'
import { makePlan } from '../harness/run/make-plan.ts'
import type { CaseCost } from '../harness/run/shard/case-costs.ts'

/**
 * Writes anew what a case of each check costs, by which shards are divided: `harness/run/shard/case-costs.ts`.
 * Each check is run alone against the reference connectors, several times, and the quickest counts.
 */
const FILE = new URL('../harness/run/shard/case-costs.ts', import.meta.url)
const HEAD = `/** What one case of a check was found to cost with a connector in process. */
export interface CaseCost {
  readonly milliseconds: number
  /** Calls of the connector. */
  readonly calls: number
}

/** Written by scripts/measure-costs.ts. */
export const CASE_COSTS: Readonly<Record<string, CaseCost>> = {
`
const CONNECTORS = ['abc-security-monitor-sync', 'abc-security-monitor']
const ROUNDS = 3

const costs = new Map<string, CaseCost>()
for (const specifier of CONNECTORS) {
  const driver = await openDriver({ kind: 'module', specifier, from: process.cwd() })
  const plan = await planFor(driver)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const check of CHECKS.filter(({ name }) => plan.checks.includes(name))) {
      const cost = await measure(check, plan, driver)
      const sofar = round === 0 ? undefined : costs.get(check.name)
      if (sofar === undefined || cost.milliseconds < sofar.milliseconds) costs.set(check.name, cost)
    }
  }
  await driver.close()
}
writeFileSync(FILE, `${HEAD}${CHECKS.map(lineOf).join('')}}\n`)

function planFor(driver: Driver): Promise<Plan> {
  return makePlan(
    {
      target: { kind: 'module', specifier: driver.label, from: process.cwd() },
      ...{ seed: 1, runs: 30, jobs: 1, strict: false },
      scheme: 'https',
      profile: 'default',
      ...{ only: [], skip: [], declarations: {} },
      ...{ deadlineMilliseconds: 10_000 },
    },
    driver,
  )
}

async function measure(check: Check, plan: Plan, driver: Driver): Promise<CaseCost> {
  let calls = 0
  const called = () => {
    calls += 1
  }
  const { definition: source } = await loadDataSource(plan.dataSource)
  const started = performance.now()
  const result = await runCheck(check, { ...plan, source, driver, called })
  const milliseconds = performance.now() - started
  if (result.state !== 'held') throw new Error(`${check.name} is ${result.state}`)
  return { milliseconds: milliseconds / result.cases, calls: calls / result.cases }
}

function lineOf({ name }: Check): string {
  const cost = costs.get(name)
  if (cost === undefined) throw new Error(`${name} applies to no reference connector`)
  const { milliseconds, calls } = cost
  return `  '${name}': { milliseconds: ${tenths(milliseconds)}, calls: ${tenths(calls)} },\n`
}

function tenths(value: number): number {
  return Math.max(0.1, Number(value.toFixed(1)))
}
