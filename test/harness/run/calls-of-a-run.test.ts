import { expect, it } from 'vitest'
import { CHECKS } from '../../../harness/checks/index.ts'
import type { VerifyOptions } from '../../../harness/engine/plan.ts'
import { runCheck } from '../../../harness/engine/run-check.ts'
import { LENGTHS } from '../../../harness/run/effort.ts'
import { makePlan } from '../../../harness/run/make-plan.ts'
import { abcSource } from '../../support/abc-source.ts'
import { openTrusted } from '../../support/open-trusted.ts'

const CONNECTORS = ['abc-security-monitor', 'abc-security-monitor-sync']

/** It is dealt by what cases of a check are known to take, which a run may prove wrong. */
it.each(CONNECTORS)(
  'a quick run of %s makes no more calls than its profile is long',
  async (specifier) => {
    const driver = await openTrusted({ kind: 'module', specifier, from: process.cwd() })
    const options: VerifyOptions = {
      target: { kind: 'module', specifier, from: process.cwd() },
      ...{ seed: 1, runs: undefined, jobs: 1, strict: false, profile: 'quick', scheme: 'http' },
      ...{ only: [], skip: [], declarations: {}, deadlineMilliseconds: 10_000 },
    }
    const plan = await makePlan(options, driver)
    let calls = 0
    const called = () => {
      calls += 1
    }
    const planned = CHECKS.filter(({ name }) => plan.checks.includes(name))
    // At once, since some do little but wait.
    const results = planned.map((check) => {
      const { listed: most = 0, made: runs = 0 } = plan.tries[check.name] ?? {}
      return runCheck(check, { ...plan, source: abcSource, driver, most, runs, called })
    })
    await Promise.all(results)
    await driver.close()
    expect(calls).toBeLessThanOrEqual(LENGTHS.quick)
    // Far less would be a profile that is shorter than it says.
    expect(calls).toBeGreaterThan(LENGTHS.quick * 0.7)
  },
)
