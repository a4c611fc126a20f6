/** What an error can stand for at any data source. Checks name roles; each data source has codes of its own for them. */
export const ERROR_ROLES = [
  'unauthenticated',
  'forbidden',
  'too_many',
  'no_such_search',
  'running',
  'bad_parameter',
  'bad_query',
  'unavailable',
  'general',
  'no_such_resource',
] as const
export type ErrorRole = (typeof ERROR_ROLES)[number]
