import { METHODS } from '../../contracts/method.ts'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'

/** The call of a connector that leads to such an exchange. */
interface ConnectorCall {
  readonly method: string
  readonly arguments: readonly (string | number)[]
}

/** The method of a connector that asks this, with its arguments as far as the exchange tells; null where none does. */
export function exchangeCalls(
  entry: JournalEntry,
  { methods, modes, reads }: DataSourceDefinition,
): { readonly call: ConnectorCall | null } {
  const { operation, searchId = '', request } = entry
  const [mode] = modes.filter((each) => METHODS.some((name) => methods[each]?.[name] === operation))
  const method = mode && METHODS.find((name) => methods[mode]?.[name] === operation)
  if (operation === undefined || method === undefined) return { call: null }
  const query = reads.query(request)
  const { place = 0, limit = 10 } = (method === 'results' && reads.page(entry)) || {}
  const known: Readonly<Record<string, readonly (string | number)[]>> = {
    query: [query ?? ''],
    results: [mode === 'synchronous' ? (query ?? '') : searchId, place, limit],
    status: [searchId],
    delete: [searchId],
  }
  return { call: { method, arguments: known[method] ?? [] } }
}
