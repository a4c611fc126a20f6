import { writeFileSync } from 'node:fs'
import { CHECKS } from '../harness/checks/index.ts'
import { loadDataSource } from '../harness/data-source/load-data-source.ts'
import type { Driver } from '../harness/drivers/driver.ts'
import { openDriver } from '../harness/drivers/open-driver.ts'
import type { Plan } from '../harness/engine/plan.ts'
import { runCheck } from '../harness/engine/run-check.ts'
import type { RunOptions } from '../harness/engine/run-options.ts'
import type { Check } from '../harness/kit/define-check.ts'
import { makePlan } from '../harness/run/make-plan.ts'
import { CASE_COSTS, type CaseCost } from '../harness/run/shard/case-costs.ts'

/**
 * Writes anew what a case of each check costs, by which shards are divided: `harness/run/shard/case-costs.ts`.
 * Each check is run alone against the reference connectors, several times, and the quickest counts.
 */
const FILE = new URL('../harness/run/shard/case-costs.ts', import.meta.url)
const HEAD = `import type { CallsOfCase } from '../deal.ts'

/** What one case of a check was found to cost with a connector in process. */
export interface CaseCost {
  readonly milliseconds: number
  readonly calls: CallsOfCase
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
  const { definition: source } = await loadDataSource(plan.dataSource)
  const options = { ...plan, source, driver }
  const listed = await tried(check, { ...options, runs: 0 })
  const made = await tried(check, { ...options, most: 0 })
  const cases = listed.cases + made.cases
  return {
    milliseconds: (listed.milliseconds + made.milliseconds) / cases,
    calls: { listed: callsIn(listed, made), made: callsIn(made, listed) },
  }
}

interface Tried {
  readonly cases: number
  readonly calls: number
  readonly milliseconds: number
}

async function tried(check: Check, options: RunOptions): Promise<Tried> {
  let calls = 0
  const called = () => {
    calls += 1
  }
  const started = performance.now()
  const result = await runCheck(check, { ...options, called })
  const milliseconds = performance.now() - started
  if (result.state === 'violated' || result.state === 'undecided') {
    throw new Error(`${check.name} is ${result.state}`)
  }
  return { cases: 'cases' in result ? result.cases : 0, calls, milliseconds }
}

/** Calls a case; where there is none of this kind, as of the other, since that is all there will ever be. */
function callsIn(some: Tried, others: Tried): number {
  const { calls, cases } = some.cases === 0 ? others : some
  return calls / cases
}

function lineOf({ name }: Check): string {
  // One that neither of the connectors is put to stays as it was written by hand.
  const cost = costs.get(name) ?? CASE_COSTS[name]
  if (cost === undefined) throw new Error(`${name} applies to no reference connector`)
  const { milliseconds, calls } = cost
  const [listed, made] = [calls.listed, calls.made].map(tenthsOrMore)
  return `  '${name}': { milliseconds: ${tenths(milliseconds)}, calls: { listed: ${listed}, made: ${made} } },\n`
}

function tenths(value: number): number {
  return Math.max(0.1, Number(value.toFixed(1)))
}

/** Rather too many calls than too few: by these a profile is no longer than it says. */
function tenthsOrMore(value: number): number {
  return Math.ceil(value * 10 - 1e-9) / 10
}
