/** What the control plane says, as far as the page reads it. */
export interface Glance {
  readonly sequence: number
  readonly time: string
  readonly milliseconds?: number
  readonly operation?: string
  readonly search_id?: string
  readonly method: string
  readonly path: string
  readonly status?: number
  readonly rows?: number
  readonly fault?: { readonly id: string; readonly kind: string }
  readonly unexpected?: string
}

export interface Search {
  readonly search_id: string
  readonly query: string
  readonly status: string
  readonly progress: number
  readonly record_count: number
  readonly polls: number
}

export type Spec = Readonly<Record<string, unknown>> & { readonly kind: string }

export interface Fault {
  readonly id: string
  readonly spec: Spec
  readonly seen: number
  readonly struck: number
  readonly succeeded?: number
  readonly off?: true
}

export interface Settings {
  readonly accounts: readonly {
    readonly credentials: Readonly<Record<string, string>>
    readonly permitted: boolean
  }[]
  readonly max_page_size: number
  readonly data_set: { readonly rows?: number; readonly seed?: number; readonly data?: string }
  readonly ids: string
  readonly seed: number
  readonly progress: {
    readonly by: string
    readonly polls?: number
    readonly milliseconds?: number
  }
  readonly ending?: { readonly status: string; readonly progress: number }
}

export interface State {
  readonly settings: Settings
  readonly searches: readonly Search[]
  readonly search_count: number
  readonly max_searches: number
  readonly faults: readonly Fault[]
  readonly counters: Readonly<Record<string, number>>
  readonly journal: {
    readonly last_sequence: number
    readonly forgotten_up_to: number
    readonly bodies_dropped_up_to: number
    readonly bytes: number
    readonly most_bytes: number
  }
}

export interface Field {
  readonly name: string
  readonly input: 'text' | 'number' | 'boolean' | 'choice' | 'json'
  readonly choices?: readonly unknown[]
  readonly required: boolean
  readonly unit: string | null
}

export interface About {
  readonly name: string
  readonly title: string
  readonly connector: string | null
  readonly base_path: string
  readonly operations: readonly {
    readonly name: string
    readonly method: string
    readonly path: string
    readonly paged: boolean
    readonly role: string | null
  }[]
  readonly states: readonly { readonly word: string; readonly means: string }[]
  readonly completed: string | null
  readonly errors: readonly {
    readonly code: string
    readonly http: number
    readonly message: string
    readonly means: readonly string[]
    readonly query: string | null
  }[]
  readonly queries: { readonly all: string; readonly examples: readonly string[] }
  readonly members: readonly { readonly name: string; readonly kind: string }[]
  readonly faults: {
    readonly where: readonly Field[]
    readonly kinds: readonly {
      readonly kind: string
      readonly says: string
      readonly proceeds: boolean
      readonly fields: readonly Field[]
    }[]
  }
  readonly no_such_search: string | null
}

/** An error case by its name. */
export interface Recipe {
  readonly name: string
  readonly says: string
  readonly correct: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly why_not?: string
}

/** A request to the control plane. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: unknown
}

export interface Example {
  readonly answer?: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly truncated?: true
  }
  readonly notes: readonly string[]
  /** Why there can be no such fault. */
  readonly problem?: string
}

export interface Detail {
  readonly exchange: {
    readonly sequence: number
    readonly operation?: string
    readonly search_id?: string
    readonly request: Message & { readonly method: string; readonly path: string }
    readonly response?: Message & { readonly status: number; readonly truncated?: true }
    readonly fault?: string
    readonly unexpected?: string
    readonly bodies_dropped?: true
    readonly secrets: readonly { readonly name: string; readonly where: string }[]
    readonly connection: { readonly number: number; readonly encrypted: boolean }
  }
  readonly query: string | null
  readonly call: {
    readonly method: string
    readonly arguments: readonly (string | number)[]
  } | null
}

/** A page of a search, as the data source gives it. */
export interface ServedPage {
  readonly request: Message & { readonly method: string; readonly path: string }
  readonly response: Message & { readonly status: number }
  readonly rows?: number
  readonly next?: string | null
}

export interface Message {
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}
