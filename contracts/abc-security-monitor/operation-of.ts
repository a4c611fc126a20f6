import { ABC_BASE_PATH, type AbcOperation } from './api.ts'

const SEARCH = `${ABC_BASE_PATH}/searches/[^/]+`

/** Method and path of each operation; the first that fits counts. */
const OPERATIONS: readonly (readonly [AbcOperation, method: string, path: RegExp])[] = [
  ['ping', 'GET', new RegExp(`^${ABC_BASE_PATH}/ping$`)],
  ['create', 'POST', new RegExp(`^${ABC_BASE_PATH}/searches$`)],
  ['results', 'GET', new RegExp(`^${SEARCH}/results$`)],
  ['status', 'GET', new RegExp(`^${SEARCH}$`)],
  ['delete', 'DELETE', new RegExp(`^${SEARCH}$`)],
  ['query', 'POST', new RegExp(`^${ABC_BASE_PATH}/events/query$`)],
]

/** The operation that a request asks for, by its method and its path without a query string. */
export function abcOperationOf(method: string, path: string): AbcOperation | undefined {
  return OPERATIONS.find(([, of, form]) => of === method && form.test(path))?.[0]
}

/** The operations that change something at the data source. */
export const ABC_WRITES: readonly AbcOperation[] = ['create', 'delete']
