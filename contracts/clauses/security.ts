import type { Clause } from '../clause.ts'
import { EVERY, WITH_ENVELOPE } from './methods.ts'
import { CONTRACT } from './sources.ts'

/** Security: credentials and what must not reach further. */
export const SECURITY_CLAUSES = [
  {
    id: 'SEC-1',
    level: 'MUST',
    methods: EVERY,
    title: 'credentials show up nowhere',
    text: 'Credentials appear in no envelope, on no output stream and in no URL.',
    source: CONTRACT,
  },
  {
    id: 'SEC-2',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'credentials go with every request, and to one origin',
    text: 'Every request carries the credentials as they were given, whatever characters they hold (non-ASCII, a colon in a password, percent signs, quotes, blanks at the ends), and none follows a redirect to another origin.',
    source: CONTRACT,
  },
  {
    id: 'SEC-3',
    level: 'MUST',
    methods: ['query', 'status', 'results', 'delete'],
    title: 'ids, tokens and queries are encoded',
    text: 'Ids, tokens and queries are encoded: no value can reach another path, parameter or header of the API.',
    source: CONTRACT,
  },
  {
    id: 'SEC-4',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'control characters do not break the output apart',
    text: 'Control characters in a message from the data source do not break the output apart.',
    source: CONTRACT,
  },
] as const satisfies readonly Clause[]
