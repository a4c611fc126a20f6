import type { Method } from '../../../contracts/method.ts'
import type { Call } from '../driver.ts'

/** What a request of the host's protocol is made of; always a POST with a JSON body. */
export interface HostRequest {
  readonly path: string
  readonly body: string
}

/** Source: stix-shifter, the `host` command of stix_shifter/scripts/stix_shifter.py. */
const PATHS: Readonly<Record<Method, string>> = {
  ping: '/ping',
  is_async: '/is_async',
  query: '/create_query_connection',
  status: '/create_status_connection',
  results: '/create_results_connection',
  delete: '/delete_query_connection',
}

/** The members that carry a method's arguments. Source: stix_shifter_utils/utils/proxy_host.py. */
export const MEMBERS: Readonly<Record<Method, readonly string[]>> = {
  ping: [],
  is_async: [],
  query: ['query'],
  status: ['search_id'],
  results: ['search_id', 'offset', 'length'],
  delete: ['search_id'],
}

/**
 * A call as the host wants it: connection and configuration in the body, and never in the address.
 *
 * @param module stix-shifter's name of the connector, which travels as the connection's `type` where that
 *   has none of its own.
 */
export function hostRequest(
  call: Omit<Call, 'deadlineMilliseconds'>,
  module: string | undefined,
): HostRequest {
  const { connection, configuration, method, arguments: args } = call
  const members = MEMBERS[method].map((name, index) => [name, args[index]] as const)
  const body = {
    connection: module === undefined ? connection : { type: module, ...connection },
    configuration,
    ...Object.fromEntries(members),
  }
  return { path: PATHS[method], body: JSON.stringify(body) }
}
