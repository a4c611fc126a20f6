import type { AbcOperation } from '../../../contracts/abc-security-monitor/api.ts'
import type {
  AbcProviderStateName,
  AbcProviderStateParams,
} from '../../../contracts/abc-security-monitor/provider-states.ts'
import type { PactProviderState } from '../../../contracts/pact-file.ts'

function state<Name extends AbcProviderStateName>(
  name: Name,
  params?: AbcProviderStateParams<Name>,
): PactProviderState {
  return params === undefined || Object.keys(params).length === 0
    ? { name }
    : { name, params: JSON.parse(JSON.stringify(params)) }
}

const PERMITTED = state('an account may use the API')
const DONE = state('there is a search', { status: 'COMPLETED', rows: 3 })

/** An error of the API, as it was met. */
export interface MetError {
  readonly operation: AbcOperation
  readonly code: number
  /** Whether nothing but the request and what there was at the data source led to it. */
  readonly natural: boolean
}

/** The states of a provider in which an operation answers with an error. */
export function provokedBy({ operation, code, natural }: MetError): readonly PactProviderState[] {
  const there = isOfASearch(operation) ? [DONE] : []
  if (code === 401) return []
  if (code === 403) return [state('an account may not use the API')]
  if (natural && code === 1002) return [PERMITTED, state('there is no search')]
  if (natural && code === 1003) {
    return [PERMITTED, state('there is a search', { status: 'EXECUTE', progress: 40 })]
  }
  if (natural && code === 1020 && operation === 'results') {
    return [PERMITTED, state('there is a search', { status: 'ERROR', progress: 50 })]
  }
  if (natural && (code === 1005 || code === 2000)) return [PERMITTED, ...there]
  return [PERMITTED, ...there, state('an operation fails', { operation, code })]
}

/** The states in which an operation that acts on no page answers with success. */
export function permitted(...more: readonly PactProviderState[]): readonly PactProviderState[] {
  return [PERMITTED, ...more]
}

export { state }

export function isOfASearch(operation: AbcOperation): boolean {
  return operation === 'status' || operation === 'results' || operation === 'delete'
}
