/** How a page of results is wrong, or merely odd. Only `short-page` is something that the API allows. */
export type PageAnomaly =
  /** The rows and the offset of the page before; the token goes on behind the page asked for. */
  | { readonly variant: 'repeated-page' }
  /** The right rows, and a token that leads to this very page again, also where no rows remain. */
  | { readonly variant: 'repeated-token' }
  /** At most so many rows, half of those asked for without a number, and a token that goes on behind them. */
  | { readonly variant: 'short-page'; readonly rows?: number | undefined }
  /** No rows, and a token that leads to this very page again. */
  | { readonly variant: 'empty-page' }
  /** The right rows, and a token that goes on, but for each third page, whose token leads back to the first of the three. */
  | { readonly variant: 'token-cycle' }
  /** No rows, and each time another token. */
  | { readonly variant: 'empty-pages' }
  /** As if the first row were gone by now: the page begins a row later, and the total is one less. */
  | { readonly variant: 'changed-result' }
  /** The right page, but for a total that is too large by so much, 1 without a number; or too small. */
  | { readonly variant: 'wrong-total'; readonly by?: number | undefined }
  /** The right page, but what leads on is a URL at this origin, with the same path and parameters. */
  | { readonly variant: 'next-elsewhere'; readonly to?: string | undefined }

const PAGES_IN_A_CYCLE = 3

/** Where the token of a page leads that goes round in a cycle: on, or back to the first of three. */
export function nextInCycle({ offset, limit }: { offset: number; limit: number }): number {
  const isLast = Math.floor(offset / limit) % PAGES_IN_A_CYCLE === PAGES_IN_A_CYCLE - 1
  return isLast ? Math.max(0, offset - (PAGES_IN_A_CYCLE - 1) * limit) : offset + limit
}
