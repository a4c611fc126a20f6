export const MODES = ['asynchronous', 'synchronous'] as const

/** Whether a connector makes searches that run on their own, or queries that answer at once. */
export type Mode = (typeof MODES)[number]
