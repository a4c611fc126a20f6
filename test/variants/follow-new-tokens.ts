import type { ApiClient } from '../../connectors/abc-security-monitor/api-client.ts'
import type { Page, PageStart } from '../../connectors/abc-security-monitor/page.ts'

/** Without an end there would be none to a test either. */
const GIVES_UP_AFTER = 100

/** Follows page tokens as long as each is another than the one before, and what they lead to is worth it. */
export async function followNewTokens(
  api: ApiClient,
  searchId: string,
  isWorthIt: (page: Page) => boolean,
): Promise<void> {
  let start: PageStart = { offset: 0 }
  let token: string | null = null
  for (let requests = 0; requests < GIVES_UP_AFTER; requests += 1) {
    const page: Page = await api.searchResults(searchId, start, 4)
    const next = page.next_page_token
    if (next === null || next === token || !isWorthIt(page)) return
    token = next
    start = { page_token: next }
  }
}
