import * as z from 'zod'
import { requireText } from '../../../connectors/support/require-text.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import type { Declarations } from '../../../contracts/declarations.ts'
import { type OpenHttp, openUsual } from './client.ts'
import { collectEntries, EntriesPage } from './collect-entries.ts'
import { runWith } from './run-with.ts'

export const declarations: z.input<typeof Declarations> = {
  delete: 'no-op',
  result_limit: true,
  row_key: 'ref',
}

const Done = z.object({ ok: z.literal(true) })

/** The correct connector for Ledger Watch without jobs: a search is its query. */
export function connectorWith(open: OpenHttp): ConnectorFactory {
  return (connection, configuration) => {
    const run = runWith(open, connection, configuration)
    return {
      ping: () =>
        run(async (api) => {
          await api.call('health', {}, Done)
          return {}
        }),
      is_async: () => false,
      query: (query) => run(async () => ({ search_id: requireText(query, 'query') })),
      status: (id) =>
        run(async () => {
          requireText(id, 'search_id')
          return { status: 'COMPLETED', progress: 100 }
        }),
      results: (id, offset, length, metadata) =>
        run((api, { options }) => {
          const ask = requireText(id, 'search_id')
          const wanted = { offset, length, metadata, resultLimit: options?.result_limit }
          const fetch = (page: number, perPage: number) =>
            api.call('entries.find', { ask, page, per_page: perPage }, EntriesPage)
          return collectEntries(fetch, ask, wanted)
        }),
      delete: (id) =>
        run(async () => {
          requireText(id, 'search_id')
          return {}
        }),
    }
  }
}

export default connectorWith(openUsual)
