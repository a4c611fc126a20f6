import { performance } from 'node:perf_hooks'
import type { NamedSecret } from '../contracts/data-source/secret.ts'
import { operationsAside, pagedOperations } from '../contracts/data-source/serving.ts'
import type { Control } from './control/control.ts'
import { ControlError, parsed } from './control/control-error.ts'
import { MockControl } from './control/mock-control.ts'
import { controlPlane } from './control/routes.ts'
import { schemasOf } from './control/schemas-of.ts'
import type { Snapshot } from './control/snapshot.ts'
import { noCounts } from './counters.ts'
import type { DataSourceDefinition } from './data-source-definition.ts'
import { lifeCycleOf } from './engine/life-cycle.ts'
import type { Room } from './engine/searches.ts'
import {
  type Account,
  defaultSettings,
  type PartialSettings,
  type Settings,
} from './engine/settings.ts'
import { Store } from './engine/store.ts'
import type { FaultSpec } from './faults/fault-spec.ts'
import { kindOf } from './faults/kinds/index.ts'
import { FaultSchedule } from './faults/schedule.ts'
import { appFor } from './http/app.ts'
import { type Certificate, makeCertificate } from './http/certificate.ts'
import { Exchanges } from './http/exchanges.ts'
import { Listener } from './http/listener.ts'
import type { Patience } from './http/patience.ts'
import { RecordingJournal } from './journal/journal.ts'
import { KnownSecrets } from './journal/known-secrets.ts'
import type { RecipeSpec } from './recipes/prepare.ts'
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

export interface MockDataSourceOptions {
  /** What it is a mock of, or the name of a built-in one; default ABC Security Monitor. */
  readonly dataSource?: DataSourceDefinition | string
  /** Default `https`. */
  readonly scheme?: 'http' | 'https'
  /** Where to listen; default `127.0.0.1`. */
  readonly host?: string
  /** Default 0: any free port. */
  readonly port?: number
  /** For HTTPS. Without it a self-signed one is made; `makeCertificate` makes one for many mocks to share. */
  readonly certificate?: Certificate
  readonly settings?: PartialSettings
  readonly faults?: readonly FaultSpec[]
  /** Error cases by name, brought about behind these. */
  readonly recipes?: readonly RecipeSpec[]
  /** Restored before anything is served. `settings` and `faults` then come on top. */
  readonly state?: Snapshot
  /** Opens the control plane to other machines, for those who give it. */
  readonly adminToken?: string
  /** How many searches can live at once; default 100,000. Creating more fails as where the API is overloaded. */
  readonly maxSearches?: number | undefined
  /** What the journal may take, in bytes: headers and bodies of the oldest exchanges go first. Default 16 MiB. */
  readonly journalBytes?: number | undefined
  /** How long a request may take to arrive; default a minute for its headers, and five for all of it. */
  readonly patience?: Patience | undefined
  /** Told, in a sentence, where a bound of the mock's own has struck that its user may not expect. */
  readonly notice?: (sentence: string) => void
  /** Milliseconds, for searches that a clock drives and for the journal. */
  readonly clock?: () => number
}

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

function build(
  definition: DataSourceDefinition,
  options: MockDataSourceOptions & { readonly scheme: 'http' | 'https' },
  clock: () => number,
  counters: ReturnType<typeof noCounts>,
) {
  const { model, states, credentials } = definition
  const { changes } = schemasOf(definition)
  const chosen: PartialSettings = parsed(changes, options.settings ?? {}, 'settings')
  const { mostRowsByDefault: maxPageSize } = definition.paging
  const usual: Settings = { ...defaultSettings(credentials, chosen.seed), maxPageSize }
  const settings: Settings = { ...usual, ...definedIn(chosen) }
  const secrets = new KnownSecrets(credentials)
  const issued = (secret: NamedSecret) => secrets.add(secret)
  const lifeCycle = lifeCycleOf(states)
  const room = roomFrom(options)
  const store = new Store({ model, settings, clock, issued, lifeCycle, room })
  const schedule = new FaultSchedule(() => store.settings.seed, {
    clock,
    paged: pagedOperations(definition),
    aside: operationsAside(definition),
  })
  const journal = new RecordingJournal(secrets, options.journalBytes)
  const { scheme } = options
  const control = new MockControl({
    definition,
    scheme,
    store,
    schedule,
    journal,
    counters,
    secrets,
  })
  if (options.state) {
    control.restore(options.state)
    control.patchSettings(chosen)
    control.rememberStart()
  }
  for (const fault of options.faults ?? []) control.addFault(fault)
  for (const recipe of options.recipes ?? []) control.applyRecipe(recipe)
  return { control, store, schedule, journal }
}

function roomFrom({ maxSearches: most, notice = () => {} }: MockDataSourceOptions): Room {
  if (most !== undefined && !(Number.isSafeInteger(most) && most >= 1)) {
    throw new ControlError(`maxSearches: ${most} is no whole number of at least 1`)
  }
  return { most, notice }
}

function definedIn(settings: PartialSettings): Partial<Settings> {
  const entries = Object.entries(settings).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Partial<Settings>
}
