import type { AbcOperation } from '../../contracts/abc-security-monitor/api.ts'
import type { Mode } from '../../contracts/data-source/mode.ts'
import type { Method } from '../../contracts/method.ts'

export type { Mode }

/**
 * The operation of the data source behind each method. A synchronous connector asks the data source
 * nothing in `query`, `status` and `delete`, and no connector does in `is_async`.
 */
export const OPERATION_OF = {
  asynchronous: {
    ping: 'ping',
    query: 'create',
    status: 'status',
    results: 'results',
    delete: 'delete',
  },
  synchronous: { ping: 'ping', results: 'query' },
} as const satisfies Record<Mode, Partial<Record<Method, AbcOperation>>>

/** The methods that make a request in this mode, in the order of a search's life. */
export function requestingMethods(mode: Mode): readonly Method[] {
  return Object.keys(OPERATION_OF[mode]) as Method[]
}
