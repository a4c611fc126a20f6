/** What became of a check: the states of its result, and `not-shown` where it never saw what it judges. */
export const CHECK_STATES = [
  'held',
  'violated',
  'waived',
  'not-applicable',
  'undecided',
  'not-shown',
] as const
export type CheckState = (typeof CHECK_STATES)[number]
