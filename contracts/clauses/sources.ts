/** Where clauses come from. What the clause rests on (`basis.ts`) is read from these. */
export const GUIDE_RESULTS = "stix-shifter's transmission guide, Step 3, returning results"
export const GUIDE_SEARCH_IDS = "stix-shifter's transmission guide, Step 3, note on search ids"
export const GUIDE_METADATA = "stix-shifter's transmission guide, Step 3, returning metadata"
export const GUIDE_ERRORS = "stix-shifter's transmission guide, Step 4, the error mapper"
export const GUIDE_VERIFY = "stix-shifter's transmission guide, Step 5, verifying each method"
export const CONTRACT = 'connector contract; the guide is silent'
