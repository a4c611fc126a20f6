import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { Declarations } from '../../../contracts/declarations.ts'
import { findDataSource } from '../../../harness/data-source/find-data-source.ts'
import { loadDataSource } from '../../../harness/data-source/load-data-source.ts'
import { makeCertificate } from '../../../mock-datasource/index.ts'
import { CLAIMS, judge } from '../../support/claims.ts'
import { factoryDriver } from '../../support/factory-driver.ts'
import { sessionOptions } from '../../support/toy-session.ts'

export const CHECK_NAMES = CLAIMS.map(({ name }) => name)

/**
 * What the checks of these names say of a connector for a data source, by its name or file, in so many cases at most.
 *
 * @param metadata whether its `results` gives some.
 */
export function saidOf(dataSource: string, metadata = false) {
  const loaded = loadDataSource(findDataSource(dataSource, process.cwd()))
  const certificate = makeCertificate()
  return async (make: ConnectorFactory, names: readonly string[], most?: number) => {
    const { definition: source } = await loaded
    const declarations = Declarations.parse({ ...source.declarations, metadata })
    const { name: _, ...session } = sessionOptions({
      ...{ driver: factoryDriver(make), scheme: 'https', source, declarations },
      certificate: await certificate,
      mode: source.modes[0],
    })
    const run = { ...session, seed: 1, runs: 3, shrinks: 0, most }
    const checks = CLAIMS.filter((check) => names.includes(check.name))
    return Promise.all(
      checks.map(async (check) => {
        const result = await judge(check, run)
        const why = 'counterexample' in result ? ` ${JSON.stringify(result.counterexample)}` : ''
        return `${check.name} ${result.state}${why.slice(0, 400)}`
      }),
    )
  }
}
