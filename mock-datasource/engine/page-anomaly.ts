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
  /** The right page, but for a total that is too large by so much, 1 without a number; or too small. */
  | { readonly variant: 'wrong-total'; readonly by?: number | undefined }
  /** The right page, but what leads on is a URL at this origin, with the same path and parameters. */
  | { readonly variant: 'next-elsewhere'; readonly to?: string | undefined }
