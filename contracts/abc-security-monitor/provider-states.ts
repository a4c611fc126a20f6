import * as z from 'zod'
import { ABC_OPERATIONS, AbcStatus } from './api.ts'

/** What pacts call the provider. */
export const ABC_PROVIDER = 'ABC Security Monitor'

const Nothing = z.strictObject({})

const Data = {
  /** How many rows the data source has in all. */
  rows: z.int().min(0).optional(),
  /** The most rows that a page of it holds. */
  max_page_size: z.int().min(1).optional(),
  /** The rows that the page before has ended with: the state then gives the token of the page behind them. */
  token_after: z.int().min(1).optional(),
}

const Search = z.strictObject({
  ...Data,
  status: AbcStatus,
  progress: z.int().min(0).max(100).optional(),
})

/**
 * The states that pacts with ABC Security Monitor may ask for, by name, with the parameters of each. What a
 * state gives back stands in for the examples of a request: `authorization` (a header), `search_id`
 * (percent-encoded, since it stands in a path) and `page_token`.
 */
export const ABC_PROVIDER_STATES = {
  /** Gives `authorization`. */
  'an account may use the API': Nothing,
  /** A known account, which is answered with 403. Gives `authorization`. */
  'an account may not use the API': Nothing,
  /** Gives `search_id`, and `page_token` where `token_after` asks for one. */
  'there is a search': Search,
  /** Gives a `search_id` that no search has. */
  'there is no search': Nothing,
  /** Gives `page_token` of the query's result where `token_after` asks for one. */
  'there are events': z.strictObject({ ...Data, query: z.string().min(1).optional() }),
  /** What only happens to a data source, and no request can provoke. */
  'an operation fails': z.strictObject({ operation: z.enum(ABC_OPERATIONS), code: z.int() }),
} as const

export type AbcProviderStateName = keyof typeof ABC_PROVIDER_STATES
export type AbcProviderStateParams<Name extends AbcProviderStateName> = z.infer<
  (typeof ABC_PROVIDER_STATES)[Name]
>

export function isAbcProviderState(name: string): name is AbcProviderStateName {
  return Object.hasOwn(ABC_PROVIDER_STATES, name)
}
