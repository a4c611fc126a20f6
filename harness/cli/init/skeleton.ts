import type { Description } from '../../../contracts/data-source/description.ts'
import type { DataSourceDefinition } from '../../../mock-datasource/index.ts'

/** What `init` was asked for. */
export interface Wish {
  /** The connector's name, which is also its folder's. */
  readonly name: string
  readonly language: 'python' | 'typescript'
  readonly mode: 'async' | 'sync'
  /** Whether the clauses are tests of its own pytest, too. */
  readonly pytest?: boolean
  /** The data source whose reference connectors it is made from. */
  readonly source: DataSourceDefinition
  /** What it is to talk to, where that was named. */
  readonly dataSource?: {
    /** As the configuration file names it. */
    readonly word: string
    /** Whether the skeleton speaks the API of another one still. */
    readonly isAnother: boolean
    /** Its description, where it has one. */
    readonly described?: Description
  }
}

/** One file to write. */
export interface SkeletonFile {
  /** From the folder in which `init` runs, with slashes. */
  readonly path: string
  readonly text: string
}

/** One thing that the author edits, in the order of stix-shifter's guide. */
export interface Edit {
  /** From the folder in which `init` runs. */
  readonly files: readonly string[]
  readonly what: string
}

/** A connector that holds the contract, ready to be written and edited. */
export interface Skeleton {
  readonly files: readonly SkeletonFile[]
  readonly edits: readonly Edit[]
  /** Lines for a shell, run where `init` was. */
  readonly verify: readonly string[]
  /** What a description did not tell, so that the first verify will show it; absent: it is no skeleton of one. */
  readonly open?: readonly string[]
}
