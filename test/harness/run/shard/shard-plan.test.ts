import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../../../harness/checks/index.ts'
import { capabilitiesOf } from '../../../../harness/engine/capabilities-of.ts'
import { partWords } from '../../../../harness/engine/part.ts'
import { UsageError } from '../../../../harness/errors.ts'
import { effortFor } from '../../../../harness/run/effort.ts'
import { caseCost } from '../../../../harness/run/shard/case-cost.ts'
import { CASE_COSTS } from '../../../../harness/run/shard/case-costs.ts'
import { planOfShard } from '../../../../harness/run/shard/shard-plan.ts'
import { abcSource } from '../../../support/abc-source.ts'
import { madePlan } from '../../../support/made-options.ts'
import { madeWaiver } from '../../../support/made-waiver.ts'

const CAPABILITIES = capabilitiesOf(madePlan(), abcSource)
const ALL = CHECKS.filter((check) => check.notFor(CAPABILITIES) === undefined)
const RUNS = 30
const { tries } = effortFor(ALL, ALL, CAPABILITIES, {
  ...{ profile: 'default', runs: RUNS, driver: 'module' },
})
const plan = madePlan({ checks: ALL.map(({ name }) => name), runs: RUNS, tries })

const shardsOf = (whole = plan, count = 4) =>
  Array.from({ length: count }, (_, place) =>
    planOfShard(whole, abcSource, { index: place + 1, count }),
  )
const partsOf = (name: string, shards = shardsOf()) =>
  shards.flatMap(({ shard }) => shard?.parts.filter(({ check }) => check === name) ?? [])

function costOf({ shard, driver }: typeof plan): number {
  const costs = (shard?.parts ?? []).map(({ check: name, listed, from, to }) => {
    const check = CHECKS.find((each) => each.name === name)
    if (check === undefined) throw new Error(`there is no check ${name}`)
    const cases = check.cases(CAPABILITIES)
    const list = Array.isArray(cases) ? cases : check.always(CAPABILITIES)
    return ((listed ? list.length : 0) + to - from) * caseCost(check, driver)
  })
  return costs.reduce((sum, cost) => sum + cost, 0)
}

describe('the plan of a shard', () => {
  it('is of what costs the same as the others, by the record', () => {
    const costs = shardsOf().map(costOf)
    expect(Math.max(...costs) / Math.min(...costs)).toBeLessThan(1.05)
  })

  it('is the same whatever was measured, and on whatever machine', () => {
    const slower = madePlan({ ...plan, callMilliseconds: 2_000, seed: 7 })
    expect(shardsOf(slower).map(({ shard }) => shard?.parts)).toEqual(
      shardsOf().map(({ shard }) => shard?.parts),
    )
  })

  it('names its own checks, and those of the whole run', () => {
    for (const { checks, shard } of shardsOf()) {
      expect([...new Set(shard?.parts.map(({ check }) => check))].sort()).toEqual(checks.toSorted())
      expect(shard?.checks).toEqual(plan.checks)
    }
  })

  it('has all of a check that a waiver of a part of its clause is about', () => {
    const waivers = [madeWaiver({ clause: 'ENV-1', method: 'results' })]
    expect(partsOf('ENV-1', shardsOf(plan, 12)).length).toBeGreaterThan(1)
    expect(partsOf('ENV-1', shardsOf({ ...plan, waivers }, 12)).map(partWords)).toEqual([
      'ENV-1, the listed cases and made ones 0 to 29',
    ])
  })

  it('that nothing is left for is wrong use, which says how many there may be', () => {
    const small = madePlan({ checks: ['MODE-1', 'LIFE-4'], tries })
    const third = () => planOfShard(small, abcSource, { index: 3, count: 3 })
    expect(third).toThrow(UsageError)
    expect(third).toThrow('nothing is left for shard 3 of 3 to run')
  })

  it('of which nothing applies is a plan all the same: the report says so', () => {
    const none = planOfShard(madePlan(), abcSource, { index: 2, count: 4 })
    expect(none).toMatchObject({ checks: [], shard: { parts: [] } })
  })
})

describe('the record of what cases cost', () => {
  it('has every check: `node scripts/measure-costs.ts` writes it anew', () => {
    expect(Object.keys(CASE_COSTS)).toEqual(CHECKS.map(({ name }) => name))
  })
})
