import type * as z from 'zod'
import type { DataSource } from '../contracts/data-source/data-source.ts'
import type { Code } from '../contracts/data-source/errors.ts'
import type { ApiClient } from './api-client.ts'
import type { DataModel } from './engine/data-model.ts'
import type { Account } from './engine/settings.ts'
import type { Store } from './engine/store.ts'
import type { ApiRequest } from './http/api-request.ts'
import type { Reply } from './http/reply.ts'

/** What one method on one path does. */
export interface Endpoint {
  /** The name by which a fault means it; absent where it is no operation of the API. */
  readonly operation?: string
  readonly readsBody: boolean
  answer(request: ApiRequest, store: Store): Reply | Promise<Reply>
}

export interface Route {
  /** An Express path. */
  readonly path: string
  /** The path parameter that names a search, where there is one. */
  readonly searchParameter?: string
  /** Reads the id of the search that a request names elsewhere; undefined where it names none. */
  searchIn?(request: ApiRequest): string | undefined
  /** Tells of the API and is no part of it: needs no credentials, and no fault strikes it. */
  readonly aboutTheApi?: true
  readonly methods: Readonly<Record<string, Endpoint>>
}

/** How an error of the API differs from what its code alone says. */
export interface FailureDetails {
  readonly message?: string | undefined
  /** The HTTP status, where it is not the one that the API gives the code. */
  readonly http?: number | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Bodies in the API's own form that no client expects; those of faults that give none. */
export interface OddBodies {
  /** Their media type; absent: JSON's. */
  readonly type?: string
  /** JSON, or what else its bodies are, that ends too early. */
  readonly cutShort: string
  /** One with characters beyond ASCII in it. */
  readonly nonAscii: string
  /** The beginning of one, up to within a text that goes on and on. */
  readonly endless: string
}

/** A request as documentation shows one. */
export interface ShownRequest {
  /** Default: GET, or POST where there is a body. */
  readonly method?: string
  /** From the root of the server, with its query string. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Name and password for HTTP's Basic authentication. */
  readonly user?: readonly [string, string]
  readonly json?: unknown
}

/** How a data source is called, to be pasted into a shell. */
export interface Shown {
  /** A connector for it that `transmit` knows by this name. */
  readonly connector?: string
  requests(account: Account): readonly ShownRequest[]
}

/** Where correct connectors for a data source are, as paths from the folder of the package. */
export interface Reference {
  readonly python: {
    readonly folder: string
    /** The name of the Python module in it. */
    readonly module: string
  }
  readonly typescript: {
    /** The module of the asynchronous one, and that of the synchronous one. */
    readonly async: string
    readonly sync: string
    /** The folder of what they know of the API. */
    readonly api: string
  }
}

/**
 * All that is one data source's own: what there is to know of it, and what it does. The server
 * (`startMockDataSource`), faults, journal and control plane take any; a second data source is a folder beside
 * `abc-security-monitor` that exports one.
 */
export interface DataSourceDefinition extends DataSource {
  /** What it was compiled from, where that is a description: all that it says is in there. */
  readonly description?: unknown
  /** Code stands beside the description, so that this alone is not all of it. */
  readonly hasHooks?: true
  /** What of its own has gone wrong, so that no answer of it can be trusted; undefined where nothing has. */
  trouble?(): string | undefined
  /** Further names, as short forms. */
  readonly aliases?: readonly string[]
  /** Turns a mock's snapshot of the format before this one, where there were any of this data source. */
  readOlder?(snapshot: object): unknown
  /** Where the API lives below `{scheme}://{host}:{port}`; empty where that is the root. */
  readonly basePath: string
  /** The largest request body, in bytes. */
  readonly maxBodyBytes: number
  readonly model: DataModel
  readonly routes: readonly Route[]
  /** An error as the API reports it. Any code is answered, also one that the API does not know. */
  failure(code: Code, details?: FailureDetails): Reply
  /** Answers bytes that are no HTTP request; `reason` is what HTTP calls the status. */
  unreadable(status: number, reason: string): Reply
  readonly oddBodies: OddBodies
  /** What `mock` shows of how it is called; absent: nothing but where it is. */
  readonly shows?: Shown
  /** A query that makes an operation fail with this code, where the source has such. */
  provoking?(code: Code): string
  /** How it is called by whoever looks whether its parts fit together. */
  readonly client?: ApiClient
  /** The connectors that `init` writes another one from; absent: those of the default data source. */
  readonly reference?: Reference
  /** What the id of a search can be, where that is not any text. */
  readonly searchId?: z.ZodType<string>
  /**
   * Answers a request that reached `route`; `undefined` means that no route has this path. Never throws:
   * an error of its own becomes the API's internal error.
   */
  answer(route: Route | undefined, request: ApiRequest, store: Store): Reply | Promise<Reply>
}
