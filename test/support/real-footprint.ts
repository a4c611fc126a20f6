import { CHECKS } from '../../harness/checks/index.ts'
import { runCheck } from '../../harness/engine/run-check.ts'
import { type Footprint, FootprintCount } from '../../harness/pacts/record/footprint.ts'
import { makePlan } from '../../harness/run/make-plan.ts'
import { abcSource as source } from './abc-source.ts'
import { verifyOptions } from './made-options.ts'
import { openTrusted } from './open-trusted.ts'

/**
 * What a module of this project asks of the data source while some clauses are checked: as `verify
 * --record-pact` gathers it, but in this process, over plain HTTP and with few cases.
 *
 * @param order the checks' order, which must not matter
 */
export async function realFootprint(
  module: string,
  only: readonly string[],
  order: 'first to last' | 'last to first' = 'first to last',
): Promise<Footprint> {
  const target = { kind: 'module', specifier: module, from: process.cwd() } as const
  const driver = await openTrusted(target)
  const all = new FootprintCount()
  try {
    const plan = await makePlan(verifyOptions({ target, only, runs: 2 }), driver)
    const checks = CHECKS.filter(({ name }) => plan.checks.includes(name))
    for (const check of order === 'first to last' ? checks : checks.reverse()) {
      const asked = new FootprintCount()
      await runCheck(check, {
        ...{ ...plan, source, most: 8, shrinks: 5, driver },
        called: ({ method, exchanges }) => asked.add(method, exchanges),
      })
      // As it comes from a worker: by JSON.
      all.addAll(JSON.parse(JSON.stringify(asked.footprint)))
    }
    return all.footprint
  } finally {
    await driver.close()
  }
}
