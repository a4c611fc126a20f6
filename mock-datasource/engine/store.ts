import { LRUCache } from 'lru-cache'
import type { NamedSecret } from '../../contracts/data-source/secret.ts'
import type { Clock } from './clock.ts'
import type { CompiledQuery, DataModel } from './data-model.ts'
import type { LifeCycle, Living } from './life-cycle.ts'
import { PageTokens } from './page-token.ts'
import { Pages } from './pages.ts'
import { born, completes, LifeCycleError, type Search } from './search.ts'
import { type Room, Searches } from './searches.ts'
import { Selections } from './selections.ts'
import { Sessions } from './sessions.ts'
import type { Settings } from './settings.ts'
import type { DataSetSpec, Source } from './source.ts'

/** How much is kept of parsed queries, in bytes. */
const COMPILED_BYTES_KEPT = 4_000_000

export interface StoreOptions {
  readonly model: DataModel
  readonly settings: Settings
  readonly clock: Clock
  /** Told of every secret that the data source gives out. */
  readonly issued?: (secret: NamedSecret) => void
  /** Of the data source's searches; absent where it makes none. */
  readonly lifeCycle: LifeCycle | undefined
  /** For searches. */
  readonly room?: Room
}

/**
 * The state of a data source: settings, rows and searches. What it costs to keep a search, or to read a
 * page, does not depend on how many rows the search has.
 */
export class Store implements Living {
  readonly searches: Searches
  readonly sessions = new Sessions()
  readonly selections = new Selections()
  readonly pages = new Pages(this.selections)
  readonly clock: Clock
  /** To be told of every secret that the data source gives out, as a key of a session: it is masked from then on. */
  readonly issued: (secret: NamedSecret) => void
  readonly #model: DataModel
  readonly #lifeCycle: LifeCycle | undefined
  readonly #compiled = new LRUCache<string, CompiledQuery>({
    maxSize: COMPILED_BYTES_KEPT,
    // Measured: what a query means takes some ten times its text.
    sizeCalculation: (_compiled, text) => text.length * 10 + 1_000,
  })
  readonly #fails = new WeakMap<Search, CompiledQuery['fails']>()
  #settings: Settings
  #source: Source
  #tokens: PageTokens
  #sourcesOpened = 0

  /** Throws a RowsError if the settings name rows that cannot be used. */
  constructor({ model, settings, clock, issued = () => {}, lifeCycle, room }: StoreOptions) {
    this.searches = new Searches(room)
    this.issued = (secret) => {
      this.sessions.opened(secret.value)
      issued(secret)
    }
    this.#model = model
    this.#lifeCycle = lifeCycle
    this.clock = clock
    this.#settings = settings
    this.#tokens = new PageTokens(settings.seed)
    this.#source = this.open(settings.dataSet)
  }

  /** Throws a LifeCycleError where the data source makes no searches. */
  get lifeCycle(): LifeCycle {
    if (this.#lifeCycle) return this.#lifeCycle
    throw new LifeCycleError('the data source makes no searches')
  }

  get settings(): Settings {
    return this.#settings
  }

  /** The rows that a new search reads. */
  get source(): Source {
    return this.#source
  }

  get tokens(): PageTokens {
    return this.#tokens
  }

  /** Throws a RowsError if the rows cannot be used. */
  open(spec: DataSetSpec): Source {
    return { serial: this.#sourcesOpened++, spec, dataSet: this.#model.open(spec) }
  }

  /** Searches that live keep the rows that they were made with. `source` has to be that of the settings. */
  use(settings: Settings, source: Source): void {
    if (settings.seed !== this.#settings.seed) this.#tokens = new PageTokens(settings.seed)
    this.#settings = settings
    this.#source = source
  }

  /** What a query means on the rows of `source`. Throws a QueryError. */
  compile(text: string, source: Source): CompiledQuery {
    const key = `${source.serial}:${text}`
    const known = this.#compiled.get(key)
    if (known) return known
    const compiled = this.#model.compile(text, source.dataSet)
    this.#compiled.set(key, compiled)
    return compiled
  }

  /** By operation, the API code with which that operation on `search` fails, as its query scripts. */
  failsOf(search: Search): CompiledQuery['fails'] {
    const known = this.#fails.get(search)
    if (known) return known
    const { fails } = this.compile(search.query, search.source)
    this.#fails.set(search, fails)
    return fails
  }

  /**
   * Makes a search on the current rows once they have been counted, which can take a while: `undefined`
   * if its id is in use then. Throws a QueryError, or a TooManySearchesError.
   */
  async createSearch(query: string, id?: string): Promise<Search | undefined> {
    const { lifeCycle } = this
    // Before the rows are counted, which would be for nothing.
    this.searches.refuseIfFull(query)
    const source = this.#source
    const usual = this.#settings.ending ?? completes(lifeCycle)
    const { selector, ending = usual } = this.compile(query, source)
    const total = selector ? (await this.selections.of(source, query, selector)).total : 0
    if (id !== undefined && this.searches.has(id)) return undefined
    const { seed, ids, progress: drive } = this.#settings
    const startedAt = this.clock()
    const search = {
      id,
      query,
      source,
      total,
      ending,
      drive,
      startedAt,
      ...born(lifeCycle, ending),
    }
    return this.searches.create(search, { seed, style: ids })
  }
}
