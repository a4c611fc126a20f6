import type { GivenDeclarations } from '../declarations.ts'
import type { SearchStatus } from '../envelopes.ts'
import type { Method } from '../method.ts'
import type { Credentials, Given } from './credentials.ts'
import type { Errors } from './errors.ts'
import type { FieldPath } from './field-path.ts'
import type { Mode } from './mode.ts'
import type { Paging } from './paging.ts'
import type { Queries } from './queries.ts'
import type { RawAnswer, Reads, Writes } from './reads.ts'

/**
 * What there is to know of the data source that a connector talks to: facts, and functions that read and
 * write its texts. Whoever needs to know something of an API asks this value.
 */
export interface DataSource {
  /** As options name it: lower case, `-` between words. */
  readonly name: string
  /** As sentences name it: `ABC Security Monitor`. */
  readonly title: string
  /** The published API that it follows. */
  readonly docs?: string
  /** The first is meant where a connector says nothing. */
  readonly modes: readonly [Mode, ...Mode[]]
  readonly given: Given
  readonly credentials: Credentials
  readonly operations: Readonly<Record<string, Operation>>
  /**
   * The operation that each method asks, in the order of a search's life. A method that is absent asks the data
   * source nothing in this mode.
   */
  readonly methods: Readonly<Partial<Record<Mode, Readonly<Partial<Record<Method, string>>>>>>
  /** The states of a search, in the order of its life; empty where there are no searches that run on their own. */
  readonly states: readonly State[]
  readonly errors: Errors
  readonly query: Queries
  readonly paging: Paging
  readonly rows: RowFacts
  readonly ids: Ids
  /** The members without which a method's answer says nothing; the first is the one that matters most. */
  readonly vital: Readonly<Partial<Record<Method, readonly VitalMember[]>>>
  /** Whole answers that nobody can take for right, by a name for each. */
  readonly broken: Readonly<Record<string, RawAnswer>>
  /** Whole answers that no client expects, of which only the envelope is judged. */
  readonly odd: readonly RawAnswer[]
  /** What holds of every connector for it, unless somebody says otherwise. */
  readonly declarations?: GivenDeclarations
  readonly reads: Reads
  readonly writes: Writes
}

/** One thing that a data source can be asked. */
export interface Operation {
  readonly method: string
  /** With names for its parts: `/searches/{id}`. */
  readonly path: string
  /**
   * A log-in is asked before a method's own operation, and what is beside is asked as a client likes; neither is what
   * a fault for any operation means.
   */
  readonly role?: 'log-in' | 'beside'
}

/** A state of a search: the data source's own word, and what a connector is to make of it. */
export interface State {
  readonly word: string
  readonly means: SearchStatus
}

/** What rows look like. */
export interface RowFacts {
  /** The field that tells rows apart. */
  readonly key: string
  /** The field by which they are ordered; absent where that is the key. */
  readonly time?: string
  readonly fields: readonly string[]
  /** Whether the API lets a row hold fields of any name, with whatever JSON has in them. */
  readonly anything?: true
  /** Whether the fields of a user's own rows may hold objects and lists; absent: where they may hold anything. */
  readonly nested?: true
}

/** What the ids of searches are like. */
export interface Ids {
  /** Whether any text can be one. */
  readonly anyText: boolean
  /** Where a request with an empty id leads: to an error about it, or to another resource. */
  readonly empty: 'refused' | 'elsewhere'
}

/** A member of an answer, and what it holds. */
export interface VitalMember {
  readonly at: FieldPath
  readonly name: string
  readonly holds: 'code' | 'text' | 'status' | 'progress' | 'rows'
  /** Where the body is no JSON: every member is a text and no rows are no elements, or rows are its lines. */
  readonly written?: 'texts' | 'lines'
}
