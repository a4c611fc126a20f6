import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { SeenExchange } from '../../contracts/data-source/exchange.ts'
import type { Method } from '../../contracts/method.ts'
import type { Capabilities } from './capabilities.ts'

export type { Mode } from '../../contracts/data-source/mode.ts'

type Asked = Pick<Capabilities, 'mode' | 'source'>

/** The methods that make a request in this mode, in the order of a search's life. */
export function requestingMethods({ mode, source }: Asked): readonly Method[] {
  return Object.keys(source.methods[mode] ?? {}) as Method[]
}

/** The operation of the data source behind a method; undefined where the method asks nothing. */
export function operationOf({ mode, source }: Asked, method: Method): string | undefined {
  return source.methods[mode]?.[method]
}

/** Where a fault strikes that means the requests of this method: for a method without any, nowhere. */
export function atRequestsOf(asked: Asked, method: Method): { readonly operation?: string } {
  const operation = operationOf(asked, method)
  return operation === undefined ? {} : { operation }
}

const OF_A_SEARCH = ['status', 'results', 'delete'] as const satisfies readonly Method[]

/** The methods that ask the data source about a search which is there. */
export function methodsOfASearch(asked: Asked): readonly (typeof OF_A_SEARCH)[number][] {
  return OF_A_SEARCH.filter((method) => operationOf(asked, method) !== undefined)
}

/** The requests of a call: what it asked of the data source but for logging in, and what is beside. */
export function requestsOf<Exchange extends SeenExchange>(
  { exchanges }: { readonly exchanges: readonly Exchange[] },
  { operations }: Pick<DataSource, 'operations'>,
): readonly Exchange[] {
  return exchanges.filter(({ operation = '' }) => operations[operation]?.role === undefined)
}
