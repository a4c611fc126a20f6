import type { Method } from '../method.ts'
import type { DataSource } from './data-source.ts'

/** The operations that serve this method in some mode of the data source, each once. */
export function operationsServing(
  { methods }: Pick<DataSource, 'methods'>,
  method: Method,
): readonly string[] {
  const serving = Object.values(methods).map((ofMode) => ofMode[method])
  return [...new Set(serving)].filter((operation) => operation !== undefined)
}

/** The operations that log a caller in. */
export function logInsOf({ operations }: Pick<DataSource, 'operations'>): readonly string[] {
  const all = Object.entries(operations)
  return all.filter(([, { role }]) => role === 'log-in').map(([operation]) => operation)
}

/** The operations that are asked beside those of methods, which only a fault that names them strikes. */
export function operationsAside({ operations }: Pick<DataSource, 'operations'>): readonly string[] {
  return Object.keys(operations).filter((operation) => operations[operation]?.role !== undefined)
}

/** The operations that answer with a page of results. */
export function pagedOperations(source: Pick<DataSource, 'methods'>): readonly string[] {
  return operationsServing(source, 'results')
}
