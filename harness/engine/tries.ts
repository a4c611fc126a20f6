/** How much of a check is tried. */
export interface Tries {
  /** Of its listed cases, or those that are always tried, so many. */
  readonly listed: number
  /** Made cases, in each round. */
  readonly made: number
}
