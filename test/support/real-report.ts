import { CHECKS } from '../../harness/checks/index.ts'
import { type Coverage, CoverageCount } from '../../harness/engine/found/coverage.ts'
import type { VerifyOptions } from '../../harness/engine/plan.ts'
import { runCheck } from '../../harness/engine/run-check.ts'
import { inForce } from '../../harness/engine/waivers/in-force.ts'
import { composeReport } from '../../harness/report/record/compose-report.ts'
import type { RunReport } from '../../harness/report/record/run-report.ts'
import { againCommand } from '../../harness/run/again-command.ts'
import { locationOf } from '../../harness/run/location-of.ts'
import { makePlan } from '../../harness/run/make-plan.ts'
import { abcSource as source } from './abc-source.ts'
import { verifyOptions } from './made-options.ts'
import { openTrusted } from './open-trusted.ts'

/**
 * The record of a run over a module of this project: from the parts that `verify` has, but in this process,
 * over plain HTTP and with few cases.
 *
 * @param module from the project's folder, e.g. `test/broken/pagination/page-1-end-inclusive.ts`
 * @param most listed cases of each check
 */
export async function realReport(
  module: string,
  only: readonly string[],
  change: Partial<VerifyOptions> = {},
  most = 12,
): Promise<RunReport> {
  const target = { kind: 'module', specifier: module, from: process.cwd() } as const
  const options = verifyOptions({ target, only, runs: 1, ...change })
  const driver = await openTrusted(target)
  try {
    const { waivers = [], today = '2026-11-24' } = options
    const plan = { ...(await makePlan(options, driver)), waivers: inForce(waivers, today) }
    const coverage = new Map<string, Coverage>()
    const results = CHECKS.filter(({ name }) => plan.checks.includes(name)).map(async (check) => {
      const count = new CoverageCount()
      const caseEnded = count.add.bind(count)
      const result = await runCheck(check, {
        ...{ ...plan, source, most },
        shrinks: 20,
        driver,
        caseEnded,
      })
      coverage.set(check.name, count.coverage)
      return [check.name, result] as const
    })
    return composeReport({
      ...{ plan, options, location: locationOf(options), coverage },
      results: new Map(await Promise.all(results)),
      checkMilliseconds: new Map(plan.checks.map((check) => [check, 250])),
      trouble: [],
      rounds: 1,
      started: new Date('2026-11-24T12:00:00Z'),
      today,
      milliseconds: 1_500,
      tool: 'connector-contract 0.1.0',
      kept: true,
      again: (clause, seed) => againCommand(options, { ...plan, seed }, clause),
    })
  } finally {
    await driver.close()
  }
}
