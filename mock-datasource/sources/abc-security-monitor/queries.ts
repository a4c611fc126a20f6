import { ABC_QUERY_MAX_LENGTH } from '../../../contracts/abc-security-monitor/api.ts'
import type { Queries } from '../../../contracts/data-source/queries.ts'

const ALL = 'SELECT * FROM events'

/** Texts in the query language of the API. */
export const ABC_QUERIES: Queries = {
  all: ALL,
  refused: 'THIS IS NO QUERY',
  examples: [ALL, "SELECT id FROM events WHERE severity > 5 AND action = 'alert'"],
  with: (text) => `${ALL} WHERE message = ${literal(text)}`,
  some: (n) => `${ALL} WHERE severity >= ${n}`,
  without: (key) => `${ALL} WHERE id != ${literal(key)}`,
  longest: ABC_QUERY_MAX_LENGTH,
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
