import type { NamedSecret } from '../../contracts/data-source/secret.ts'
import type { PagePlace } from '../api-client.ts'
import type { Counters } from '../counters.ts'
import type { Row } from '../engine/row.ts'
import type { PartialSettings, Settings } from '../engine/settings.ts'
import type { Example } from '../faults/example.ts'
import type { Fault } from '../faults/fault-in-force.ts'
import type { FaultSpec } from '../faults/fault-spec.ts'
import type { FaultChange } from '../faults/schedule.ts'
import type { Journal } from '../journal/journal.ts'
import type { RecipeSpec, RecipeView } from '../recipes/prepare.ts'
import type { Expected } from '../recipes/recipe.ts'
import type { ServedPage } from './page-of.ts'
import type { PartAsked } from './part.ts'
import type { Snapshot } from './snapshot.ts'

/** A search as it is at the data source. Looking at it changes nothing. */
export interface SearchView {
  readonly id: string
  readonly query: string
  /** As the data source calls it. */
  readonly status: string
  readonly progress: number
  /** How many rows it has found so far: all that its query selects, once it has completed. */
  readonly recordCount: number
  /** How many status calls it has had. */
  readonly polls: number
}

/** How much of the journal is there, and what has made room for newer exchanges. */
type JournalSize = Pick<
  Journal,
  'lastSequence' | 'forgottenUpTo' | 'bodiesDroppedUpTo' | 'bytes' | 'mostBytes'
>

export interface MockState {
  readonly settings: Settings
  /** All that live, or the part of them that was asked for. */
  readonly searches: readonly SearchView[]
  /** How many live, and how many can at once. */
  readonly searchCount: number
  readonly maxSearches: number
  /** The `after` of the part behind this one; null where there is none. */
  readonly nextAfter: number | null
  readonly faults: readonly Fault[]
  readonly counters: Readonly<Counters>
  /** What the journal keeps. */
  readonly journal: Readonly<JournalSize>
}

/** A recipe that a mock follows, with all its fields, and the faults that it has added. */
export interface AppliedRecipe {
  readonly recipe: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly faults: readonly Fault[]
  /** What a correct connector makes of a call that they strike, and of every call; absent where nothing is said. */
  readonly expected?: Expected | undefined
  readonly always?: Expected | undefined
}

/**
 * Everything that can be done to a mock from outside its API. The control plane under `/_mock` is an HTTP
 * face on this object. Whatever cannot be done throws a ControlError and changes nothing.
 */
export interface Control {
  /** With all searches, or with the part of them that is asked for. */
  state(part?: PartAsked): MockState
  /** No searches, faults, journal or counts, and the settings that the mock started with. */
  reset(): void
  settings(): Settings
  /** Searches that live keep their rows and what drives them; all else holds from the next request on. */
  patchSettings(patch: PartialSettings): Settings
  addFault(spec: FaultSpec): Fault
  /** The error cases that it knows by name; those that it cannot have say why. */
  recipes(): readonly RecipeView[]
  /** Brings an error case about: `{ recipe: 'rate-limited-then-fine', requests: 3 }`. */
  applyRecipe(spec: RecipeSpec): AppliedRecipe
  /** Switches a fault on or off, or puts it at another place. */
  changeFault(id: string, change: FaultChange): Fault
  /** What a client would get that such a fault strikes. Nothing has changed then. */
  exampleOf(spec: FaultSpec): Promise<Example>
  faults(): readonly Fault[]
  /** Whether there was one. */
  removeFault(id: string): boolean
  clearFaults(): void
  readonly journal: Journal
  /**
   * Makes a search directly: no request, nothing in the journal. With a `status` (or progress) it stays
   * there until `advance` moves it; without, it goes as if a client had made it. What a query on table
   * `errors` scripts for later happens later; one that fails already when it is created cannot be made.
   */
  createSearch(search: {
    query: string
    id?: string | undefined
    status?: string | undefined
    progress?: number | undefined
  }): Promise<SearchView>
  /** Moves a search, which then stays there until it is moved again. Never back, and not out of a terminal status. */
  advance(id: string, to: { status: string; progress?: number | undefined }): SearchView
  /** Whether there was one. */
  deleteSearch(id: string): boolean
  search(id: string): SearchView | undefined
  /**
   * A page of a search as its first account gets it, with how it is asked for; secrets are masked. Looking at it changes
   * nothing, and no fault strikes it.
   */
  page(id: string, place: PagePlace): Promise<ServedPage>
  /** All rows that a query selects, as the API gives them, in order. */
  rows(query: string): Promise<Row[]>
  /** What nobody else may read: of its accounts, and what it has given out. Never on the control plane. */
  secrets(): readonly NamedSecret[]
  snapshot(): Snapshot
  /** Takes the place of the whole state. The settings to `reset` to stay those that the mock started with. */
  restore(snapshot: unknown): void
}
