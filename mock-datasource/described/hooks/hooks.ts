import type * as z from 'zod'
import type { Description } from '../../../contracts/data-source/description.ts'

/** A request, as far as a hook can see it. */
export interface HookRequest {
  /** Path and query string, as they were sent. */
  readonly url: string
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** The rows that a request asks for. */
export interface HookWindow {
  /** How many rows to pass over. */
  readonly offset: number
  /** How many to give; absent: all. */
  readonly limit?: number
}

/**
 * What a description cannot say in data. Each is called at any time and in any order, remembers nothing, and
 * answers at once. One that throws ends the run: nothing is known of the connector then.
 */
export interface Hooks {
  /** Whether a request shows that whoever has these credentials made it. For `scheme: hook`. */
  authenticate?(request: HookRequest, credentials: Readonly<Record<string, string>>): boolean
  /**
   * What a body stands for where the description says JSON; undefined where it cannot be read. Goes with
   * `writeBody`, whose bodies it reads too.
   */
  readBody?(text: string, of: 'request' | 'answer'): unknown
  /** The body of an answer where the description says JSON. */
  writeBody?(value: unknown): string
  /** Which rows a request asks for; undefined where nobody could tell, which is a bad parameter. For `style: hook`. */
  page?(request: HookRequest): HookWindow | undefined
}

/** What a module exports as default that describes a data source. */
export type DataSourceDescription = Partial<z.input<typeof Description>> & {
  /** A built-in data source, or the path of a file, over which this is laid. */
  readonly extends?: string
  readonly hooks?: Hooks
}

export const HOOKS = ['authenticate', 'readBody', 'writeBody', 'page'] as const
