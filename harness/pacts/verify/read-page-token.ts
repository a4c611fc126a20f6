import * as z from 'zod'
import { ABC_BASE_PATH } from '../../../contracts/abc-security-monitor/api.ts'
import type { ProviderClient, ProviderRequest } from './provider-client.ts'

/** A page behind which there is another one. */
const Page = z.looseObject({ data: z.array(z.unknown()).min(1), next_page_token: z.string() })

/** What pages are read of: a search, or a synchronous query. */
export type Paged = { readonly searchId: string } | { readonly query: string }

/**
 * The token of the page that follows the first `rows` rows, however few a page of the provider may hold.
 *
 * @throws Error where the provider gives none
 */
export async function readPageToken(
  client: ProviderClient,
  authorization: string,
  paged: Paged,
  rows: number,
): Promise<string> {
  let token: string | undefined
  for (let read = 0; read < rows; ) {
    const limit = rows - read
    const { status, json } = await client.send({
      ...requestFor(paged, { limit, ...(token === undefined ? {} : { page_token: token }) }),
      authorization,
    })
    const page = Page.safeParse(json)
    if (!page.success) throw new Error(`no page follows its first ${rows} rows (HTTP ${status})`)
    token = page.data.next_page_token
    read += page.data.data.length
  }
  if (token === undefined) throw new Error('the first page has no token')
  return token
}

function requestFor(
  paged: Paged,
  page: Readonly<Record<string, string | number>>,
): ProviderRequest {
  if ('query' in paged) {
    const body = { query: paged.query, ...page }
    return { method: 'POST', path: `${ABC_BASE_PATH}/events/query`, body }
  }
  const parameters = Object.entries(page).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  )
  const search = `${ABC_BASE_PATH}/searches/${encodeURIComponent(paged.searchId)}`
  return { method: 'GET', path: `${search}/results?${parameters.join('&')}` }
}
