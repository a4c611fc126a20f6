import type * as z from 'zod'
import type { ConnectorFactory } from '../../contracts/connector.ts'
import type { Declarations } from '../../contracts/declarations.ts'
import type { OpenHttp } from '../support/open-http-client.ts'
import { deleteSearch } from './delete-connector.ts'
import { methodRunner } from './method-runner.ts'
import { ping } from './ping-connector.ts'
import { query } from './query-connector.ts'
import { results } from './results-connector.ts'
import { status } from './status-connector.ts'

export const declarations: z.input<typeof Declarations> = { result_limit: true }

/**
 * The asynchronous connector for ABC Security Monitor: `query` starts a search at the data source, and
 * `status`, `results` and `delete` act on it by the id that the data source gave.
 */
export const connectorOver =
  (open?: OpenHttp): ConnectorFactory =>
  (connection, configuration) => {
    const run = methodRunner(connection, configuration, open)
    return {
      ping: () => run(ping),
      is_async: () => true,
      query: (nativeQuery) => run((api) => query(api, nativeQuery)),
      status: (searchId) => run((api) => status(api, searchId)),
      results: (searchId, offset, length, metadata) =>
        run((api, { connection: { options } }) => {
          const resultLimit = options?.result_limit
          return results(api, searchId, { offset, length, metadata, resultLimit })
        }),
      delete: (searchId) => run((api) => deleteSearch(api, searchId)),
    }
  }

/** The connector as it is used: over HTTP clients of its own. */
export default connectorOver()
