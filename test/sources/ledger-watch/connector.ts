import * as z from 'zod'
import { requireText } from '../../../connectors/support/require-text.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import type { Declarations } from '../../../contracts/declarations.ts'
import type { SearchStatus } from '../../../contracts/envelopes.ts'
import { type LedgerClient, type OpenHttp, openUsual } from './client.ts'
import { collectEntries, EntriesPage } from './collect-entries.ts'
import { runWith } from './run-with.ts'

export const declarations: z.input<typeof Declarations> = { result_limit: true, row_key: 'ref' }

const STATUS = {
  queued: 'RUNNING',
  working: 'RUNNING',
  finished: 'COMPLETED',
  dropped: 'CANCELED',
  broken: 'ERROR',
} as const satisfies Readonly<Record<string, SearchStatus>>

const Done = z.object({ ok: z.literal(true) })
const Started = z.object({ job: z.string().min(1) })
const Looked = z.object({
  phase: z.enum(['queued', 'working', 'finished', 'dropped', 'broken']),
  done: z.number().min(0).max(1),
})

/** The correct connector for Ledger Watch, on the client that `open` opens. */
export function connectorWith(open: OpenHttp): ConnectorFactory {
  return (connection, configuration) => {
    const run = runWith(open, connection, configuration)
    return {
      ping: () => run((api) => answered(api.call('health', {}, Done))),
      is_async: () => true,
      query: (query) => run((api) => start(api, query)),
      status: (id) => run((api) => look(api, id)),
      results: (id, offset, length, metadata) =>
        run((api, { options }) => {
          const job = requireText(id, 'search_id')
          const wanted = { offset, length, metadata, resultLimit: options?.result_limit }
          const fetch = (page: number, perPage: number) =>
            api.call('jobs.page', { job, page, per_page: perPage }, EntriesPage)
          return collectEntries(fetch, job, wanted)
        }),
      delete: (id) =>
        run((api) => answered(api.call('jobs.drop', { job: requireText(id, 'search_id') }, Done))),
    }
  }
}

/** Nothing of such an answer is told but that it came. */
async function answered(answer: Promise<unknown>): Promise<object> {
  await answer
  return {}
}

async function start(api: LedgerClient, query: unknown) {
  const { job } = await api.call('jobs.start', { ask: requireText(query, 'query') }, Started)
  return { search_id: job }
}

async function look(api: LedgerClient, id: unknown) {
  const { phase, done } = await api.call('jobs.look', { job: requireText(id, 'search_id') }, Looked)
  const status = STATUS[phase]
  return { status, progress: status === 'COMPLETED' ? 100 : Math.round(done * 100) }
}

export default connectorWith(openUsual)
