/** How a page of results can be wrong, or merely odd, in the order in which checks try them. */
export const PAGE_ANOMALIES = [
  'repeated-page',
  'repeated-token',
  'empty-page',
  'wrong-total',
  'short-page',
  'token-cycle',
  'empty-pages',
  'changed-result',
] as const
export type PageAnomalyVariant = (typeof PAGE_ANOMALIES)[number]
