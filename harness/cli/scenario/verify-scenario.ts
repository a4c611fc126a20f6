import { ControlError } from '../../../mock-datasource/index.ts'
import { openDriver } from '../../drivers/open-driver.ts'
import type { VerifyOptions } from '../../engine/plan.ts'
import { boundsOf } from '../../run/bounds-of.ts'
import { makePlan } from '../../run/make-plan.ts'
import { travel } from '../../run/scenario/travel.ts'
import { onTerminal } from '../../text/columns.ts'
import { type ReadScenario, unusable } from './read-scenario.ts'
import { travelLines } from './travel-lines.ts'

/**
 * Has a connector run one search in a scenario, or make the one call that it names, and prints calls, exchanges and what is
 * wrong with them. Gives whether nothing is that counts.
 *
 * @throws UsageError where the scenario is none of the data source.
 * @throws TargetError where the connector does not start.
 */
export async function verifyScenario(
  path: string,
  { scene, dataSource, definition: source }: ReadScenario,
  given: VerifyOptions,
): Promise<boolean> {
  const options = { ...given, dataSource, scheme: scene.scheme ?? given.scheme }
  const driver = await openDriver(options.target, boundsOf(options))
  try {
    const plan = await makePlan(options, driver)
    const travelled = await travel({ ...plan, source, driver, name: 'scenario' }, scene)
    const { about } = scene
    const { lines, holds } = onTerminal(() =>
      travelLines(travelled, { path, about, plan, strict: options.strict }),
    )
    process.stdout.write(`${lines.join('\n')}\n`)
    return holds
  } catch (error) {
    throw error instanceof ControlError ? unusable(path, error.message) : error
  } finally {
    await driver.close()
  }
}
