import { performance } from 'node:perf_hooks'
import { build } from './build.ts'
import type { Control } from './control/control.ts'
import { ControlError } from './control/control-error.ts'
import { controlPlane } from './control/routes.ts'
import { noCounts } from './counters.ts'
import type { DataSourceDefinition } from './data-source-definition.ts'
import type { Account } from './engine/settings.ts'
import { kindOf } from './faults/kinds/index.ts'
import { appFor } from './http/app.ts'
import { makeCertificate } from './http/certificate.ts'
import { Exchanges } from './http/exchanges.ts'
import { Listener } from './http/listener.ts'
import type { MockDataSourceOptions } from './mock-data-source-options.ts'
import { builtIn, DEFAULT_DATA_SOURCE } from './sources/index.ts'

export type { ApiClient, ClientRequest, ClientValues, PagePlace } from './api-client.ts'
export type { AppliedRecipe, Control, MockState, SearchView } from './control/control.ts'
export { ControlError } from './control/control-error.ts'
export { scenarioOf, scenarioSource } from './control/scenario-of.ts'
export { type BroughtAbout, type Scene, setScene } from './control/set-scene.ts'
export type { Snapshot } from './control/snapshot.ts'
export { settingsFromWire } from './control/wire.ts'
export type { Counters } from './counters.ts'
export type { DataSourceDefinition } from './data-source-definition.ts'
export { DataFileError, loadDataFile } from './engine/load-data-file.ts'
export type { Row, Value } from './engine/row.ts'
export {
  type Account,
  defaultSettings,
  MOST_ROWS,
  type PartialSettings,
  type Settings,
} from './engine/settings.ts'
export type { Fault } from './faults/fault-in-force.ts'
export { type FaultSpec, faultSpecSchema } from './faults/fault-spec.ts'
export { type Certificate, type CertificateFlaw, makeCertificate } from './http/certificate.ts'
export { FLAW_NAMES, type FlawName, flawedCertificate } from './http/flawed-certificate.ts'
export { type Patience, timesOf } from './http/patience.ts'
export { type PublishedResponse, RESPONSE_CHANNEL } from './http/published-response.ts'
export type { Glance } from './journal/glance.ts'
export type { Journal } from './journal/journal.ts'
export type { JournalEntry, SecretSeen } from './journal/journal-entry.ts'
export type { MockDataSourceOptions } from './mock-data-source-options.ts'
export { problemText } from './problems/problem.ts'
export { problemsOf } from './problems/problems-of.ts'
export {
  prepare as prepareRecipe,
  type RecipeSpec,
  type RecipeView,
  recipesAt,
} from './recipes/prepare.ts'
export type { Expected } from './recipes/recipe.ts'
export { BUILT_IN, type BuiltIn, builtIn, DEFAULT_DATA_SOURCE } from './sources/index.ts'

/** A mock data source that is up. */
export interface MockDataSource {
  readonly scheme: 'http' | 'https'
  readonly host: string
  readonly port: number
  /** For instance `https://127.0.0.1:41234`; where the API lives below it is the data source's own. */
  readonly url: string
  /** PEM; what a client has to trust. Only over HTTPS. */
  readonly certificate: string | undefined
  /** The first account of the settings as they are now. */
  readonly account: Account
  readonly control: Control
  /** Stops at once: open, idle and hung connections are cut. */
  close(): Promise<void>
}

/**
 * Starts a mock data source. Throws a ControlError if settings, faults or state are not valid, and the
 * system's error (EADDRINUSE and others) if it cannot listen.
 */
export async function startMockDataSource(
  options: MockDataSourceOptions = {},
): Promise<MockDataSource> {
  const definition = await definitionOf(options.dataSource ?? DEFAULT_DATA_SOURCE)
  const { scheme = 'https', host = '127.0.0.1', port = 0, adminToken } = options
  const clock = options.clock ?? (() => performance.now())
  const startedAt = clock()
  const counters = noCounts()
  const { control, store, schedule, journal } = build(
    definition,
    { ...options, scheme },
    clock,
    counters,
  )
  let requestIds = 0
  const nextRequestId = () => `req-${String(++requestIds).padStart(8, '0')}`
  const certificate =
    scheme === 'https' ? (options.certificate ?? (await makeCertificate())) : undefined
  const exchanges = new Exchanges({
    definition,
    store,
    faults: schedule,
    journal,
    counters,
    listener: () => listener,
    nextRequestId,
    elapsed: () => Math.round(clock() - startedAt),
  })
  let plane: ReturnType<typeof controlPlane> | undefined
  const dropped = (sentence: string) => {
    counters.followersDropped += 1
    options.notice?.(sentence)
  }
  const controlPlaneOf = () => {
    const isBuiltIn = builtIn(definition.name) !== undefined
    plane ??= controlPlane({ control, definition, isBuiltIn, adminToken, nextRequestId, dropped })
    return plane
  }
  const app = appFor(definition, { exchanges, controlPlane: controlPlaneOf })
  const listener: Listener = await Listener.listen(app, {
    host,
    port,
    certificate,
    patience: options.patience,
    onConnection: () => {
      counters.connections += 1
      const [strike] = schedule.strikesOn({ accepted: true })
      return strike && kindOf(strike.spec).treatment?.(strike.spec)
    },
    onTlsError: () => counters.tlsErrors++,
    nextRequestId,
    unreadable: definition.unreadable,
    onClientError: (answered) => exchanges.publishUnreadable(answered),
  })
  return {
    scheme,
    host,
    port: listener.port,
    url: `${scheme}://${host.includes(':') ? `[${host}]` : host}:${listener.port}`,
    certificate: certificate?.cert,
    get account() {
      return store.settings.accounts[0] as Account
    },
    control,
    close: () => listener.close(),
  }
}

async function definitionOf(dataSource: DataSourceDefinition | string) {
  if (typeof dataSource !== 'string') return dataSource
  const known = builtIn(dataSource)
  if (known === undefined) throw new ControlError(`there is no data source '${dataSource}'`)
  return known.load()
}
