import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { CHECKS } from '../../../harness/checks/index.ts'
import type { Target } from '../../../harness/drivers/target.ts'
import type { CheckResult } from '../../../harness/engine/found/result.ts'
import type { VerifyOptions } from '../../../harness/engine/plan.ts'
import { runCheck } from '../../../harness/engine/run-check.ts'
import { ResultCollector } from '../../../harness/report/from-vitest.ts'
import { makePlan } from '../../../harness/run/make-plan.ts'
import { tryAlone } from '../../../harness/run/try-alone.ts'
import { abcSource } from '../../support/abc-source.ts'
import { openTrusted } from '../../support/open-trusted.ts'

const CHECK = 'LIFE-4'
const FROM = fileURLToPath(new URL('../../../', import.meta.url))
const moduleAt = (specifier: string): Target => ({ kind: 'module', specifier, from: FROM })
const correct = moduleAt('abc-security-monitor')
const broken = moduleAt('./test/broken/lifecycle/life-4-canceled-at-zero-as-100.ts')

async function planFor(target: Target) {
  const options: VerifyOptions = {
    ...{ target, seed: 1, runs: 1, jobs: 1, strict: false, profile: 'default', scheme: 'http' },
    ...{ only: [CHECK], skip: [], declarations: {}, deadlineMilliseconds: 10_000 },
  }
  const driver = await openTrusted(target)
  const plan = await makePlan(options, driver)
  return { plan, driver }
}

/** A violation as a busy machine brings it: of a connector that breaks the clause, said to rest on time. */
async function late(): Promise<CheckResult> {
  const { plan, driver } = await planFor(broken)
  const [check] = CHECKS.filter(({ name }) => name === CHECK)
  if (check === undefined) throw new Error(`there is no check ${CHECK}`)
  const result = await runCheck(check, { ...plan, source: abcSource, driver })
  await driver.close()
  if (result.state !== 'violated') throw new Error(`${CHECK} is ${result.state}`)
  return { ...result, restsOnTime: true }
}

async function triedAlone(target: Target) {
  const { plan, driver } = await planFor(target)
  await driver.close()
  const collector = new ResultCollector()
  collector.add({ check: CHECK, result: await late(), milliseconds: 1 })
  const notes = await tryAlone(plan, abcSource, {}, collector)
  return { notes, state: collector.results.get(CHECK)?.state }
}

it('what was late and does not recur is dropped with a sentence, and its check run anew', async () => {
  const { notes, state } = await triedAlone(correct)
  expect(state).toBe('held')
  expect(notes).toEqual([
    expect.stringMatching(/^LIFE-4 was not held while other checks ran .* a busy machine was why$/),
  ])
})

it('what was late and recurs stays', async () => {
  expect(await triedAlone(broken)).toEqual({ notes: [], state: 'violated' })
})
