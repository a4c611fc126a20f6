import type { AbcResultsBody } from '../../contracts/abc-security-monitor/api.ts'

/** One page of results, as the API gives it. */
export type Page = AbcResultsBody

/** What a page is asked by: the row it starts at, or the token that the page before it gave. */
export type PageStart = { readonly offset: number } | { readonly page_token: string }

/** Asks the data source for one page of at most `limit` rows. */
export type FetchPage = (start: PageStart, limit: number) => Promise<Page>
