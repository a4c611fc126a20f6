import * as z from 'zod'
import { ABC_BASE_PATH } from '../../../contracts/abc-security-monitor/api.ts'
import type { ProviderClient } from './provider-client.ts'

const Page = z.looseObject({ next_page_token: z.string() })

/** What pages are read of: a search, or a synchronous query. */
export type Paged = { readonly searchId: string } | { readonly query: string }

/**
 * The token of the page that follows the first `rows` rows.
 *
 * @throws Error where the provider gives none
 */
export async function readPageToken(
  client: ProviderClient,
  authorization: string,
  paged: Paged,
  rows: number,
): Promise<string> {
  const { status, json } = await client.send(
    'query' in paged
      ? {
          method: 'POST',
          path: `${ABC_BASE_PATH}/events/query`,
          authorization,
          body: { query: paged.query, limit: rows },
        }
      : {
          method: 'GET',
          path: `${ABC_BASE_PATH}/searches/${encodeURIComponent(paged.searchId)}/results?limit=${rows}`,
          authorization,
        },
  )
  const page = Page.safeParse(json)
  if (page.success) return page.data.next_page_token
  throw new Error(`no page follows its first ${rows} rows (HTTP ${status})`)
}
