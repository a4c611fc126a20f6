import { isDeepStrictEqual } from 'node:util'
import type { Configuration, Connection } from '../../../contracts/connection.ts'
import type {
  DataSourceDefinition,
  Fault,
  FaultSpec,
  JournalEntry,
  MockDataSource as Mock,
  RecipeSpec,
  Row,
} from '../../../mock-datasource/index.ts'
import { UsageError } from '../../errors.ts'

/** One request of a connector and what was answered. Secrets are masked throughout. */
export interface Request {
  readonly sequence: number
  /** As the data source calls it; absent where the request reached none. */
  readonly operation?: string | undefined
  readonly search_id?: string | undefined
  readonly method: string
  /** With the query string, as it was sent. */
  readonly path: string
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  /** Of the answer; absent where none was sent. */
  readonly status?: number | undefined
  /** Its body, of which the first 8 KiB are kept. */
  readonly answer?: string | undefined
  /** The id of the fault that struck. */
  readonly fault?: string | undefined
  /** Why the request is none that the API expects. */
  readonly unexpected?: string | undefined
}

/** Something that goes wrong until it is removed. */
export interface AddedFault {
  readonly id: string
  readonly spec: FaultSpec
  /** How many requests it has struck. */
  readonly struck: number
  remove(): void
}

/** Which requests are meant: those that have all of it. */
export interface Asked {
  readonly method?: string
  /** A part of the path with its query string. */
  readonly path?: string
  /** Of the answer. */
  readonly status?: number
  /** How many there are to be; at least one without it. */
  readonly times?: number
}

/** What a mock is driven with beside its control. */
export interface MockFacts {
  readonly source: DataSourceDefinition
  readonly connection: Connection
  readonly configuration: Configuration
  readonly settingsOf: (changes: Readonly<Record<string, unknown>>) => object
  readonly applyScenario: (path: string) => Promise<void>
}

/**
 * A mock data source, clean at the start of each test; its members have the names of the fixture for pytest. Whatever it refuses
 * is an error that says why.
 */
export class MockDataSource {
  readonly #mock: Mock
  readonly #facts: MockFacts

  constructor(mock: Mock, facts: MockFacts) {
    this.#mock = mock
    this.#facts = facts
  }

  /** Where it is, as in `https://127.0.0.1:41234`. */
  get url(): string {
    return this.#mock.url
  }

  /** What a connector is given to reach it: a copy. */
  get connection(): Connection {
    return structuredClone(this.#facts.connection)
  }

  /** What a connector is given to be known by it: a copy. */
  get configuration(): Configuration {
    return structuredClone(this.#facts.configuration)
  }

  /**
   * Makes a search that is done, at no request, and gives its id.
   *
   * @param rows how many it finds, where no query is named; without it as many as the data source has (1,000).
   */
  async completed_search({ rows, query }: { rows?: number; query?: string } = {}): Promise<string> {
    if (rows !== undefined) this.settings({ data_set: { rows, seed: 1 } })
    const status = this.#facts.source.states.find(({ means }) => means === 'COMPLETED')?.word
    return this.search({ ...(query !== undefined && { query }), ...(status && { status }) })
  }

  /**
   * Makes a search, at no request, and gives its id.
   *
   * @param status where it stays until it is advanced, in the data source's own words, as `progress` (0 to 100); without them it
   *   goes on as one that a connector has made. Without a `query` it finds all rows.
   */
  async search({
    query = this.#facts.source.query.all,
    ...place
  }: {
    query?: string
    status?: string
    progress?: number
  } = {}): Promise<string> {
    return (await this.#mock.control.createSearch({ query, ...place })).id
  }

  /** Moves a search, which stays there until it is moved again: never back, and never out of a final status. */
  advance(search_id: string, status: string, progress?: number): void {
    this.#mock.control.advance(search_id, { status, progress })
  }

  /** The first rows that a search finds, in their order, as the data source has them. */
  async rows(search_id: string, limit = 1_000): Promise<readonly Row[]> {
    const { control } = this.#mock
    const found = control.search(search_id)
    if (found === undefined) throw new UsageError(`there is no search "${search_id}"`)
    return (await control.rows(found.query)).slice(0, limit)
  }

  /** Changes settings as the control plane has them: `{ max_page_size: 5 }`, `{ ids: 'awkward' }`. */
  settings(changes: Readonly<Record<string, unknown>>): void {
    this.#mock.control.patchSettings(this.#facts.settingsOf(changes))
  }

  /**
   * Has something go wrong from now on: `fault('http-status', { status: 503, operation: 'results' })`.
   * docs/mock.md has the kinds, their fields, and where and when they strike. Times are in milliseconds.
   */
  fault(kind: string, fields: Readonly<Record<string, unknown>> = {}): AddedFault {
    return this.#added(this.#mock.control.addFault({ ...fields, kind } as FaultSpec))
  }

  /**
   * Brings an error case about by its name: `recipe('search-expires-while-paging', { page: 3 })`. `connector-contract recipes`
   * lists them. Gives the faults that it has added.
   */
  recipe(name: string, fields: Readonly<Record<string, unknown>> = {}): readonly AddedFault[] {
    const spec: RecipeSpec = { ...fields, recipe: name }
    return this.#mock.control.applyRecipe(spec).faults.map((fault) => this.#added(fault))
  }

  /** Brings about what a file says, with all that goes wrong there: docs/scenarios.md. */
  async scenario(path: string): Promise<void> {
    await this.#facts.applyScenario(path)
  }

  /** What was asked so far, the oldest first. */
  get requests(): readonly Request[] {
    return this.#mock.control.journal.entries().map(requestOf)
  }

  /**
   * Fails unless there was such a request, or so many of them; gives those.
   *
   * @param operation as the data source calls it; undefined: any.
   */
  assert_requested(operation?: string, { times, path, ...exact }: Asked = {}): readonly Request[] {
    const every = this.requests
    const given = Object.entries({ operation, ...exact }).filter(([, value]) => value !== undefined)
    const found = every.filter(
      (each) =>
        given.every(([name, value]) => isDeepStrictEqual(each[name as keyof Request], value)) &&
        each.path.includes(path ?? ''),
    )
    if (times === undefined ? found.length > 0 : found.length === times) return found
    const words = Object.entries({ operation, ...exact, path }).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name} ${value}`],
    )
    const wanted = times ?? 'at least one'
    const lines = every.map(({ method, path: at, status }) => `  ${method} ${at} = ${status}`)
    throw new Error(
      [
        `${found.length} requests with ${words.join(', ') || 'anything'}, not ${wanted}:`,
        ...(lines.length === 0 ? ['  none'] : lines),
      ].join('\n'),
    )
  }

  #added({ id, spec }: Fault): AddedFault {
    const { control } = this.#mock
    return {
      ...{ id, spec },
      get struck() {
        return control.faults().find((each) => each.id === id)?.struck ?? 0
      },
      remove() {
        if (!control.removeFault(id)) throw new UsageError(`the fault '${id}' does not exist`)
      },
    }
  }
}

function requestOf({ request, response, searchId, ...entry }: JournalEntry): Request {
  const { sequence, operation, fault, unexpected } = entry
  return {
    ...{ sequence, operation, search_id: searchId, ...request },
    ...{ status: response?.status, answer: response?.body, fault, unexpected },
  }
}
