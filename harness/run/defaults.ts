/** How long one call of the connector may take where the user says nothing. */
export const DEFAULT_DEADLINE_MILLISECONDS = 10_000
