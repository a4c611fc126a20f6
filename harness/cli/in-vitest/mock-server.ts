import { settingsFromWire, startMockDataSource } from '../../../mock-datasource/index.ts'
import { findDataSource } from '../../data-source/find-data-source.ts'
import { loadDataSource } from '../../data-source/load-data-source.ts'
import { CertificateFiles } from '../../engine/session/certificate-files.ts'
import { configurationOf, connectionTo } from '../../engine/session/connection-to.ts'
import { environmentFor } from '../../engine/session/environment-for.ts'
import { readScenario } from '../scenario/read-scenario.ts'
import { startScene } from '../scenario/start-scene.ts'
import { MockDataSource, type MockFacts } from './mock-data-source.ts'
import type { MockFixtureOptions } from './mock-fixture-options.ts'

/** In milliseconds, what a connector takes for the length of a call: as with `mock`. */
const CALL = 10_000

/**
 * Starts the mock of a file of tests.
 *
 * @throws UsageError where there is no such data source.
 */
export async function startServer({ data_source: word, http = false }: MockFixtureOptions) {
  const ref = word === undefined ? undefined : findDataSource(word, process.cwd())
  const { definition: source } = await loadDataSource(ref)
  const mock = await startMockDataSource({
    dataSource: source,
    scheme: http ? 'http' : 'https',
    settings: { progress: { by: 'polls', polls: 0 } },
  })
  const certificates = new CertificateFiles()
  const facts: MockFacts = {
    source,
    connection: connectionTo(source, mock, CALL),
    configuration: configurationOf(source, mock.account),
    settingsOf: (changes) => settingsFromWire(changes, source.credentials),
    applyScenario: async (path) => {
      const { scene } = await readScenario(path, word ?? source.name)
      await startScene(mock, scene, path)
    },
  }
  const variables = environmentFor(source.given, mock, {}, certificates.fileOf)
  return {
    async clean() {
      mock.control.reset()
      // Where connectors trust by a variable and take no certificate in their connection.
      const former = Object.fromEntries(
        Object.keys(variables).map((name) => [name, process.env[name]]),
      )
      Object.assign(process.env, variables)
      return { mock: new MockDataSource(mock, facts), restore: () => putBack(former) }
    },
    async close() {
      await mock.close()
      certificates.close()
    },
  }
}

function putBack(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}
