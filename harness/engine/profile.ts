/** How much is tried: some, what a minute allows, or more and more until the time is spent. */
export const PROFILES = ['quick', 'default', 'thorough'] as const
export type Profile = (typeof PROFILES)[number]
