import type * as z from 'zod'
import type { ConnectorFactory } from '../../contracts/connector.ts'
import type { Declarations } from '../../contracts/declarations.ts'
import { methodRunner } from '../abc-security-monitor/method-runner.ts'
import { ping } from '../abc-security-monitor/ping-connector.ts'
import type { OpenHttp } from '../support/open-http-client.ts'
import { deleteSearch } from './delete-connector.ts'
import { query } from './query-connector.ts'
import { results } from './results-connector.ts'
import { status } from './status-connector.ts'

export const declarations: z.input<typeof Declarations> = { delete: 'no-op', result_limit: true }

/**
 * The synchronous connector for ABC Security Monitor: `query` only hands its query string on as the
 * search id, and `results` runs it. There is nothing to wait for, and nothing to delete.
 */
export const connectorOver =
  (open?: OpenHttp): ConnectorFactory =>
  (connection, configuration) => {
    const run = methodRunner(connection, configuration, open)
    return {
      ping: () => run(ping),
      is_async: () => false,
      query: (nativeQuery) => run(() => query(nativeQuery)),
      status: (searchId) => run(() => status(searchId)),
      results: (searchId, offset, length, metadata) =>
        run((api, { connection: { options } }) => {
          const resultLimit = options?.result_limit
          return results(api, searchId, { offset, length, metadata, resultLimit })
        }),
      delete: (searchId) => run(() => deleteSearch(searchId)),
    }
  }

/** The connector as it is used: over HTTP clients of its own. */
export default connectorOver()
