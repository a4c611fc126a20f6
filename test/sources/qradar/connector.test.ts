import { describe, expect, it } from 'vitest'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import { Declarations } from '../../../contracts/declarations.ts'
import { CHECKS } from '../../../harness/checks/index.ts'
import { runCheck } from '../../../harness/engine/run-check.ts'
import { builtIn, makeCertificate } from '../../../mock-datasource/index.ts'
import { factoryDriver } from '../../support/factory-driver.ts'
import { sessionOptions } from '../../support/toy-session.ts'
import { BROKEN } from './broken.ts'
import { connector } from './connector.ts'

const certificate = await makeCertificate()

/** What the checks of these names say of a connector for QRadar. */
async function said(make: ConnectorFactory, names: readonly string[], most?: number) {
  const source = await builtIn('qradar')?.load()
  if (source === undefined) throw new Error('qradar is not built in')
  const declarations = Declarations.parse({ ...source.declarations, metadata: false })
  const { name: _, ...session } = sessionOptions({
    ...{ driver: factoryDriver(make), certificate, scheme: 'https', source, declarations },
  })
  const run = { ...session, seed: 1, runs: 3, shrinks: 0, most }
  const checks = CHECKS.filter((check) => names.includes(check.name))
  return Promise.all(
    checks.map(async (check) => {
      const result = await runCheck(check, run)
      const why = 'counterexample' in result ? ` ${JSON.stringify(result.counterexample)}` : ''
      return `${check.name} ${result.state}${why.slice(0, 400)}`
    }),
  )
}

const QUICK = [
  ...[
    'ENV-1',
    'ENV-2',
    'MODE-2 asynchronous',
    'MODE-3',
    'SEC-3',
    'LIFE-1',
    'LIFE-2',
    'LIFE-5',
    'LIFE-8',
  ],
  ...['PAGE-1', 'PAGE-2', 'PAGE-2 the data source errs', 'PAGE-3', 'PAGE-5', 'PAGE-8'],
  ...['ERR-1', 'ERR-2', 'ERR-3', 'ERR-4', 'ERR-5', 'SEC-1', 'SEC-2', 'NET-2'],
]

describe('for QRadar as it is described', { timeout: 120_000 }, () => {
  it.each(QUICK)('a correct connector holds %s', async (name) => {
    expect(await said(connector, [name], 6)).toEqual([`${name} held`])
  })

  it.each(BROKEN)('$caughtBy catches $defect', async ({ make, caughtBy }) => {
    expect((await said(make, [caughtBy]))[0]).toMatch(new RegExp(`^${caughtBy} violated`))
  })
})
