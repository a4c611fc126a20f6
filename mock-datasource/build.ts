import type { NamedSecret } from '../contracts/data-source/secret.ts'
import { operationsAside, pagedOperations } from '../contracts/data-source/serving.ts'
import { ControlError, parsed } from './control/control-error.ts'
import { MockControl } from './control/mock-control.ts'
import { schemasOf } from './control/schemas-of.ts'
import type { noCounts } from './counters.ts'
import type { DataSourceDefinition } from './data-source-definition.ts'
import { lifeCycleOf } from './engine/life-cycle.ts'
import type { Room } from './engine/searches.ts'
import { defaultSettings, type PartialSettings, type Settings } from './engine/settings.ts'
import { Store } from './engine/store.ts'
import { FaultSchedule } from './faults/schedule.ts'
import { RecordingJournal } from './journal/journal.ts'
import { KnownSecrets } from './journal/known-secrets.ts'
import type { MockDataSourceOptions } from './mock-data-source-options.ts'

/**
 * Puts together what a mock data source serves from, before anything listens.
 *
 * @throws ControlError where settings, faults or state are not valid.
 */
export function build(
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
