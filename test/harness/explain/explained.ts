import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { CHECKS } from '../../../harness/checks/index.ts'
import type { Violation } from '../../../harness/engine/found/result.ts'
import { runCheck } from '../../../harness/engine/run-check.ts'
import { factoryDriver } from '../../support/factory-driver.ts'
import { sessionOptions } from '../../support/toy-session.ts'

/** The violation that a check finds in a connector; throws where it finds none. */
export async function violationOf(
  connector: ConnectorFactory,
  checkName: string,
): Promise<Violation> {
  const check = CHECKS.find(({ name }) => name === checkName)
  if (check === undefined) throw new Error(`there is no check ${checkName}`)
  const { name: _, ...session } = sessionOptions({ driver: factoryDriver(connector) })
  const result = await runCheck(check, { ...session, seed: 1, runs: 20, shrinks: 15 })
  if (result.state === 'violated') return result.violation
  throw new Error(`${checkName} finds nothing: ${result.state}`)
}

/** How the violation is explained that a check finds in a connector. */
export async function explanationOf(
  connector: ConnectorFactory,
  checkName: string,
): Promise<readonly string[]> {
  return (await violationOf(connector, checkName)).explanation
}
