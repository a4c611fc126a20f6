/** How long one call of the connector may take where the user says nothing. */
export const DEFAULT_DEADLINE_MILLISECONDS = 10_000

/** How long a thorough run goes on where the user says nothing. */
export const DEFAULT_BUDGET_MILLISECONDS = 10 * 60_000
