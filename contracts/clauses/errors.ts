import type { Clause } from '../clause.ts'
import { WITH_ENVELOPE } from './methods.ts'
import { CONTRACT, GUIDE_ERRORS } from './sources.ts'

/** Error mapping: the data source's errors, and those of the contract. */
export const ERRORS_CLAUSES = [
  {
    id: 'ERR-1',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: "the API's codes map as the table says",
    text: "For every method that makes a request, the API's codes map so: 1002 to `no_results`; 1005 to `invalid_parameter`; 1010 to `service_unavailable`; 2000 to `invalid_query`; 1004 and 1020 to `unknown`. The table is data: each data source has its own, and a connector's author may give one.",
    source: GUIDE_ERRORS,
  },
  {
    id: 'ERR-2',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'a code outside the table is `unknown`',
    text: 'A code outside the table maps to `unknown`; for 1003, 404 and 405 any ErrorCode is accepted.',
    source: GUIDE_ERRORS,
  },
  {
    id: 'ERR-3',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: '401, 403 and 429 are told apart',
    text: '401 maps to `authentication_fail`; 403 to `forbidden` (or `authentication_fail`); 429 to `too_many_requests` (or `service_unavailable`).',
    should:
      'Where a data source exchanges credentials for a token or a session key, one that it no longer takes is renewed within the call, once; credentials that it refuses are not tried again.',
    source: "stix-shifter's ErrorCode class",
  },
  {
    id: 'ERR-4',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'a response that breaks its promise is a failure',
    text: 'A response that is not what the API promises (not JSON, empty, HTML, wrong types, no `code`, cut off; also under 202, 204 and 206 where the API promises 200) gives a failure. Right JSON under another media type: either outcome.',
    should: '502, 503 and 504 without a body give `service_unavailable`.',
    source: CONTRACT,
  },
  {
    id: 'ERR-5',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'an error under HTTP 200 is still a failure',
    text: 'An error that the data source reports with HTTP status 200 is still a failure.',
    source: CONTRACT,
  },
] as const satisfies readonly Clause[]
