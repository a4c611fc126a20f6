import * as z from 'zod'
import type { NamedSecret } from '../../contracts/data-source/secret.ts'
import type { PagePlace } from '../api-client.ts'
import { type Counters, noCounts } from '../counters.ts'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import type { Row } from '../engine/row.ts'
import { follow, foundBy, moveTo, type Search } from '../engine/search.ts'
import { copyOf, type PartialSettings, type Settings } from '../engine/settings.ts'
import type { Store } from '../engine/store.ts'
import { type Example, exampleOf } from '../faults/example.ts'
import type { Fault } from '../faults/fault-in-force.ts'
import type { FaultSpec } from '../faults/fault-spec.ts'
import { kindOf } from '../faults/kinds/index.ts'
import type { FaultChange, FaultSchedule } from '../faults/schedule.ts'
import type { RecordingJournal } from '../journal/journal.ts'
import type { KnownSecrets } from '../journal/known-secrets.ts'
import { prepare, type RecipeSpec, type RecipeView, recipesAt } from '../recipes/prepare.ts'
import type { AppliedRecipe, Control, MockState, SearchView } from './control.ts'
import { ControlError, parsed } from './control-error.ts'
import { maskedPage, pageOf, type ServedPage } from './page-of.ts'
import type { PartAsked } from './part.ts'
import { partOfSearches } from './part-of-searches.ts'
import { refused, refusing } from './refusing.ts'
import { type Schemas, schemasOf } from './schemas-of.ts'
import { ofThisFormat, restoreInto, type Snapshot, snapshotOf } from './snapshot.ts'

/** The parts of a mock that its control object works on. */
export interface Controlled {
  readonly definition: DataSourceDefinition
  readonly scheme: 'http' | 'https'
  readonly store: Store
  readonly schedule: FaultSchedule
  readonly journal: RecordingJournal
  readonly counters: Counters
  readonly secrets: KnownSecrets
}

const NamedRecipe = z.looseObject({ recipe: z.string() })
const Change = z.strictObject({ on: z.boolean().optional(), place: z.int().min(0).optional() })

export class MockControl implements Control {
  readonly journal: RecordingJournal
  readonly #parts: Controlled
  #atStart: Settings
  readonly #schemas: Schemas

  constructor(parts: Controlled) {
    this.#parts = parts
    this.journal = parts.journal
    this.#atStart = copyOf(parts.store.settings)
    this.#schemas = schemasOf(parts.definition)
    parts.secrets.learn(this.#atStart.accounts)
  }

  /** The settings as they are now are those that `reset` goes back to. */
  rememberStart(): void {
    this.#atStart = this.settings()
  }

  state(asked?: PartAsked): MockState {
    const { store, schedule, counters, journal } = this.#parts
    const { lastSequence, forgottenUpTo, bodiesDroppedUpTo, bytes, mostBytes } = journal
    const { part, next } = partOfSearches(store.searches.all(), asked)
    return {
      settings: this.settings(),
      searches: part.map((search) => this.#view(search)),
      searchCount: store.searches.count,
      maxSearches: store.searches.most,
      nextAfter: next,
      faults: schedule.all(),
      journal: { lastSequence, forgottenUpTo, bodiesDroppedUpTo, bytes, mostBytes },
      counters: { ...counters, searchesCreated: store.searches.made },
    }
  }

  reset(): void {
    const { store, schedule, journal, counters } = this.#parts
    store.use(this.#atStart, store.open(this.#atStart.dataSet))
    store.searches.replace([], { made: 0, idsIssued: 0 })
    store.sessions.restore({ opened: 0, expired: [] })
    schedule.restore({ faults: [], added: 0 })
    journal.clear()
    Object.assign(counters, noCounts())
  }

  settings(): Settings {
    return copyOf(this.#parts.store.settings)
  }

  patchSettings(patch: PartialSettings): Settings {
    const { store } = this.#parts
    const changes = parsed(this.#schemas.changes, patch, 'settings')
    const settings: Settings = { ...store.settings, ...withoutUndefined(changes) }
    this.#refuseEnding(changes.ending)
    const source = changes.dataSet ? refusing(() => store.open(settings.dataSet)) : store.source
    store.use(settings, source)
    this.#parts.secrets.learn(settings.accounts)
    return this.settings()
  }

  addFault(spec: FaultSpec): Fault {
    const fault = parsed(this.#schemas.faultSpec, spec, 'fault')
    if (kindOf(fault).encryptedOnly && this.#parts.scheme === 'http') {
      throw new ControlError(`fault: ${fault.kind}: plain HTTP shows no certificate`)
    }
    return refusing(() => this.#parts.schedule.add(fault))
  }

  recipes(): readonly RecipeView[] {
    return recipesAt(this.#parts.definition, this.#parts.scheme)
  }

  applyRecipe(spec: RecipeSpec): AppliedRecipe {
    const { definition, scheme } = this.#parts
    const asked = parsed(NamedRecipe, spec, 'recipe')
    const { settings, faults = [], ...prepared } = prepare(asked, definition, scheme)
    if (settings !== undefined) this.patchSettings(settings)
    return { ...prepared, faults: faults.map((fault) => this.addFault(fault)) }
  }

  changeFault(id: string, change: FaultChange): Fault {
    const fault = this.#parts.schedule.change(id, parsed(Change, change, 'fault'))
    if (fault) return fault
    throw new ControlError(`the fault '${id}' does not exist`, { notFound: true })
  }

  async exampleOf(spec: FaultSpec): Promise<Example> {
    const { definition, journal } = this.#parts
    return exampleOf(parsed(this.#schemas.faultSpec, spec, 'fault'), definition, journal)
  }

  faults(): readonly Fault[] {
    return this.#parts.schedule.all()
  }

  removeFault(id: string): boolean {
    return this.#parts.schedule.remove(id)
  }

  clearFaults(): void {
    this.#parts.schedule.clear()
  }

  async createSearch(search: Parameters<Control['createSearch']>[0]): Promise<SearchView> {
    const { store } = this.#parts
    const { newSearch } = this.#ofSearches()
    const { query, id, status, progress } = parsed(newSearch, search, 'search')
    const { fails } = refusing(() => store.compile(query, store.source))
    if (fails['create'] !== undefined) {
      throw new ControlError(
        `search: its query scripts that creating it fails, with ${fails['create']}`,
      )
    }
    const made = await store.createSearch(query, id).catch(refused)
    if (!made) throw new ControlError(`search: the id '${id}' is already in use`)
    if (status === undefined && progress === undefined) return this.#view(made)
    try {
      return this.advance(made.id, { status: status ?? made.status, progress })
    } catch (error) {
      store.searches.delete(made.id)
      throw error
    }
  }

  advance(id: string, to: Parameters<Control['advance']>[1]): SearchView {
    const { store } = this.#parts
    const { move } = this.#ofSearches()
    const { status, progress } = parsed(move, to, 'advance')
    const search = store.searches.get(id)
    if (!search) throw new ControlError(`the search '${id}' does not exist`, { notFound: true })
    follow(search, store)
    refusing(() =>
      moveTo(search, progress === undefined ? { status } : { status, progress }, store.lifeCycle),
    )
    return this.#view(search)
  }

  deleteSearch(id: string): boolean {
    return this.#parts.store.searches.delete(id)
  }

  search(id: string): SearchView | undefined {
    const search = this.#parts.store.searches.get(id)
    return search && this.#view(search)
  }

  async page(id: string, place: PagePlace): Promise<ServedPage> {
    const { definition, store, secrets } = this.#parts
    const search = store.searches.get(id)
    if (!search) throw new ControlError(`the search '${id}' does not exist`, { notFound: true })
    return maskedPage(await pageOf(definition, store, search, place), secrets)
  }

  async rows(text: string): Promise<Row[]> {
    const { store } = this.#parts
    const { source } = store
    const { selector } = refusing(() => store.compile(text, source))
    if (!selector) return []
    const selection = await store.selections.of(source, text, selector)
    return Array.from({ length: selection.total }, (_, position) =>
      selector.project(source.dataSet.row(selection.indexAt(position))),
    )
  }

  secrets(): readonly NamedSecret[] {
    return this.#parts.secrets.all()
  }

  snapshot(): Snapshot {
    const { definition, store, schedule } = this.#parts
    return snapshotOf(definition, store, schedule)
  }

  restore(snapshot: unknown): void {
    const { definition, store, schedule, secrets } = this.#parts
    const valid = parsed(this.#schemas.snapshot, ofThisFormat(snapshot, definition), 'snapshot')
    refusing(() => restoreInto(store, schedule, valid))
    secrets.learn(valid.settings.accounts)
  }

  #refuseEnding(ending: PartialSettings['ending']): void {
    if (ending === undefined) return
    const { terminal, completed } = this.#parts.store.lifeCycle
    if (!terminal.includes(ending.status)) {
      throw new ControlError(`settings: ending.status: must be one of ${terminal.join(', ')}`)
    }
    if (ending.status === completed && ending.progress !== 100) {
      throw new ControlError(`settings: ending.progress: must be 100 for ${completed}`)
    }
  }

  #ofSearches(): NonNullable<Schemas['searches']> {
    if (this.#schemas.searches) return this.#schemas.searches
    throw new ControlError(`${this.#parts.definition.title} makes no searches`)
  }

  #view(search: Search): SearchView {
    follow(search, this.#parts.store)
    const { id, query, status, progress, polls } = search
    return { id, query, status, progress, recordCount: foundBy(search), polls }
  }
}

function withoutUndefined<Part extends object>(
  part: Part,
): { [Key in keyof Part]: NonNullable<Part[Key]> } {
  const entries = Object.entries(part).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [Key in keyof Part]: NonNullable<Part[Key]> }
}
