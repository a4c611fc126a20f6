import type { SeenExchange } from '../../../contracts/data-source/exchange.ts'

/** What a description was tried in, in the order in which it is told. */
export const SUBJECTS = ['operations', 'errors', 'pages', 'credentials'] as const

/** One thing that was tried of a data source. */
export interface Finding {
  readonly about: (typeof SUBJECTS)[number]
  /** The operation, the role, or what else it is about. */
  readonly name: string
  /** What was seen, in a few words. */
  readonly seen: string
  /** Why it is not as it should be; absent where it is. */
  readonly problem?: string
  /** What shows it, secrets masked. */
  readonly exchange?: Pick<SeenExchange, 'request' | 'response'>
}
