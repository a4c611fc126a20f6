import type { Clause } from '../clause.ts'
import { GUIDE_SEARCH_IDS, GUIDE_VERIFY } from './sources.ts'

/** Mode: what kind of connector it is, and what that has follow. */
export const MODE_CLAUSES = [
  {
    id: 'MODE-1',
    level: 'MUST',
    methods: ['is_async'],
    title: '`is_async` is a boolean, always the same',
    text: '`is_async` answers true or false, the same at every call, also when the data source is down.',
    source: GUIDE_VERIFY,
  },
  {
    id: 'MODE-2',
    level: 'MUST',
    methods: ['query', 'status', 'delete'],
    title: '`search_id` is what the mode says it is',
    text: 'Asynchronous: `query` makes a search at the data source and returns the id that the data source gave, and never the same id for two searches. Synchronous: `query` returns the query string itself as `search_id`, `status` is COMPLETED with progress 100, and `delete` succeeds.',
    source: GUIDE_SEARCH_IDS,
  },
  {
    id: 'MODE-3',
    level: 'MUST',
    methods: ['query', 'results'],
    title: 'the query reaches the data source byte for byte',
    text: 'The query string reaches the data source unchanged: quotes, newlines, non-ASCII characters and great length included. Over a command line this holds up to 100 KiB and without NUL, which an operating system does not pass.',
    source: GUIDE_SEARCH_IDS,
  },
] as const satisfies readonly Clause[]
