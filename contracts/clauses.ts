import type { Clause } from './clause.ts'
import type { Method } from './method.ts'

const EVERY: readonly Method[] = ['ping', 'is_async', 'query', 'status', 'results', 'delete']
const WITH_ENVELOPE: readonly Method[] = ['ping', 'query', 'status', 'results', 'delete']
const OF_A_SEARCH: readonly Method[] = ['status', 'results', 'delete']

const GUIDE_RESULTS = "stix-shifter's transmission guide, Step 3, returning results"
const GUIDE_SEARCH_IDS = "stix-shifter's transmission guide, Step 3, note on search ids"
const GUIDE_METADATA = "stix-shifter's transmission guide, Step 3, returning metadata"
const GUIDE_ERRORS = "stix-shifter's transmission guide, Step 4, the error mapper"
const GUIDE_VERIFY = "stix-shifter's transmission guide, Step 5, verifying each method"
const CONTRACT = 'connector contract; the guide is silent'

/** Every clause of the connector contract, in the order of the families and numbers. */
export const CLAUSES = [
  {
    id: 'ENV-1',
    level: 'MUST',
    methods: EVERY,
    title: 'every method answers with one of its two envelopes',
    text: 'On every input, and whatever the data source does, a method answers with its success envelope or the failure envelope. It neither throws nor prints anything else as its value.',
    should: 'On a command line nothing follows the value on standard output.',
    source: GUIDE_VERIFY,
  },
  {
    id: 'ENV-2',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: '`success` is a boolean',
    text: '`success` is true or false, as a boolean: neither a string nor a number.',
    should:
      'The keys of the other outcome are absent: no `error` or `code` on success, no `search_id`, `data` or `status` on failure.',
    source: GUIDE_VERIFY,
  },
  {
    id: 'ENV-3',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'a failure says why, with a known code',
    text: 'In a failure envelope `code` is one of the ErrorCodes and `error` is a non-empty string.',
    source: GUIDE_ERRORS,
  },
  {
    id: 'ENV-4',
    level: 'SHOULD',
    methods: WITH_ENVELOPE,
    title: "a failure passes on the data source's message",
    text: '`error` contains the message that the data source reported. Secrets in it are masked, since SEC-1 comes first; text that the caller itself supplied is no leak.',
    source: GUIDE_ERRORS,
  },
  {
    id: 'ENV-5',
    level: 'MUST',
    methods: EVERY,
    title: 'an envelope survives JSON unchanged',
    text: "Written as JSON and read back, an envelope is the same: it holds no NaN, date, byte string, circular reference or undefined member, also where the data source's own body held NaN or half of a surrogate pair: a failure, or the row with null or a text in its place.",
    source: CONTRACT,
  },
  {
    id: 'ENV-6',
    level: 'SHOULD',
    methods: WITH_ENVELOPE,
    title: 'a failure is no exception that something else caught',
    text: "`error` is no exception text of the connector's own language ('NoneType' object has no attribute …, Cannot read properties of undefined, list index out of range): such a failure is a crash that something else caught.",
    source: CONTRACT,
  },
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
  {
    id: 'LIFE-1',
    level: 'MUST',
    methods: ['status'],
    title: "`status` maps the data source's status and progress",
    text: 'WAIT, EXECUTE and SORTING become RUNNING; COMPLETED, CANCELED and ERROR become themselves; while it is RUNNING or COMPLETED, the progress is the one that the data source reports.',
    source: GUIDE_VERIFY,
  },
  {
    id: 'LIFE-2',
    level: 'MUST',
    methods: ['status'],
    title: 'a status it does not know is never COMPLETED',
    text: 'A status that the connector does not know gives a failure envelope, RUNNING or ERROR.',
    source: CONTRACT,
  },
  {
    id: 'LIFE-3',
    level: 'MUST',
    methods: ['status'],
    title: 'progress never goes down, a terminal status stays',
    text: 'Over the polls of one search whose data source keeps its own promises, progress does not go down while the status is RUNNING or becomes COMPLETED, and a terminal status stays.',
    source: CONTRACT,
  },
  {
    id: 'LIFE-4',
    level: 'MUST',
    methods: ['status'],
    title: 'COMPLETED comes with 100, as soon as it is true and not before',
    text: 'COMPLETED comes with progress 100, as soon as the data source is done and not before. Other terminal statuses carry any progress up to what was reached, 0 included.',
    source: GUIDE_VERIFY,
  },
  {
    id: 'LIFE-5',
    level: 'MUST',
    methods: OF_A_SEARCH,
    title: 'a search that is not there is `no_results`',
    text: 'After `delete`, `status`, `results` and a second `delete` fail with `no_results`, and so do they on an id that never was. An empty id gives `no_results` or `invalid_parameter`.',
    source: GUIDE_ERRORS,
  },
  {
    id: 'LIFE-6',
    level: 'MUST',
    methods: ['query', 'status', 'results', 'delete'],
    title: 'searches do not touch each other',
    text: 'Whatever the interleaving of calls on several searches, each answers as if it were alone.',
    source: CONTRACT,
  },
  {
    id: 'LIFE-7',
    level: 'MUST',
    methods: ['ping', 'is_async', 'status', 'results'],
    title: 'reading is safe to repeat, from any process',
    text: 'Every method but `query` and `delete` is safe to repeat, and to call from a new process that never saw the `query`: the same call on unchanged state gives the same answer and changes nothing at the data source, progress that the data source itself drives by polls aside.',
    source: GUIDE_SEARCH_IDS,
  },
  {
    id: 'LIFE-8',
    level: 'MUST',
    methods: ['results'],
    title: '`results` on a running search fails',
    text: '`results` on a search that is still running fails; it never returns success with data missing.',
    source: CONTRACT,
  },
  {
    id: 'LIFE-9',
    level: 'SHOULD',
    methods: ['query'],
    title: 'one `query` makes one search',
    text: 'One `query` call makes one search at the data source, also when a response is lost or late.',
    source: CONTRACT,
  },
  {
    id: 'LIFE-10',
    level: 'MUST',
    methods: ['delete'],
    title: '`delete` reaches the data source',
    text: '`delete` reaches the data source where the data source supports it.',
    source: "stix-shifter's transmission guide, Step 2, the API client",
  },
  {
    id: 'PAGE-1',
    level: 'MUST',
    methods: ['results'],
    title: '`results` is the window it was asked for',
    text: '`results(id, offset, length)` is rows [offset, offset+length) of the full result, in its order, for every offset and length and every page size of the data source. A row is known by its key `id`, since a connector may reshape or enrich rows.',
    should: "The data source's fields are in each row, unaltered, integers beyond 2^53 included.",
    source: GUIDE_RESULTS,
  },
  {
    id: 'PAGE-2',
    level: 'MUST',
    methods: ['results'],
    title: 'consecutive windows make up the whole result',
    text: 'Any partition of the range into consecutive calls, put together, equals the full result: nothing lost, nothing twice. Where the data source itself errs (a repeated or empty page, a total that disagrees), a failure or the exact rows, never silent loss or repetition that its answer gives away. An error of the data source behind the first page fails the call: it is no partial success.',
    source: GUIDE_RESULTS,
  },
  {
    id: 'PAGE-3',
    level: 'MUST',
    methods: ['results'],
    title: 'never more than `length` rows, none past the end',
    text: 'At most `length` rows come back. At or past the end come no rows: success with an empty array, or `no_results`. A `length` of 0 gives no rows or fails with `invalid_parameter`.',
    source: GUIDE_VERIFY,
  },
  {
    id: 'PAGE-4',
    level: 'MUST',
    methods: ['results'],
    title: '`offset` and `length` may be decimal strings',
    text: '`offset` and `length` given as decimal strings ([0-9]+) mean the same as integers, since a command line passes them so. With a sign or spaces either outcome is right.',
    source: GUIDE_VERIFY,
  },
  {
    id: 'PAGE-5',
    level: 'MUST',
    methods: ['results'],
    title: 'an impossible window fails',
    text: 'A negative, fractional or non-numeric `offset` or `length` fails.',
    should: 'It fails with `invalid_parameter`.',
    source: CONTRACT,
  },
  {
    id: 'PAGE-6',
    level: 'MUST',
    methods: ['results'],
    title: '`metadata` continues where the call ended',
    text: 'Where `results` returns `metadata` (an object, array, string or number): passed back, it continues exactly where that call ended, whatever `offset` says, still with at most `length` rows, and following it to the end gives the full result. At the end it is absent or null, or passing it back gives no rows.',
    source: GUIDE_METADATA,
  },
  {
    id: 'PAGE-7',
    level: 'MUST',
    methods: ['results'],
    title: 'wrong `metadata` fails, it gives no wrong rows',
    text: "Where `results` returns `metadata`: it survives JSON; another search's, truncated or corrupted metadata gives a failure, neither a crash nor wrong rows. A connector that returns none may ignore what it is given.",
    source: GUIDE_METADATA,
  },
  {
    id: 'PAGE-8',
    level: 'MUST',
    methods: ['results'],
    title: 'one call ends, after a bounded number of requests',
    text: 'One call ends, and makes no more than offset + length + 10 requests, also when the data source repeats a page token for ever or serves empty pages with tokens.',
    should:
      "It makes no more than ⌈length / page size⌉ + 2 requests, the page size being the smaller of the data source's and the connector's own.",
    source: CONTRACT,
  },
  {
    id: 'PAGE-9',
    level: 'MUST',
    methods: ['results'],
    title: '`options.result_limit` caps the rows',
    text: '`options.result_limit`, where its author declares that the connector supports it, caps the rows over all pages of one search.',
    source: "stix-shifter's connection options",
  },
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
  {
    id: 'NET-1',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'nobody there is `service_unavailable`',
    text: 'Nothing listening, or a host name that is unknown: every method that makes a request fails with `service_unavailable`.',
    source: "stix-shifter's ErrorCode class, TRANSMISSION_CONNECT",
  },
  {
    id: 'NET-2',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'a cut connection is a failure',
    text: 'A connection cut before or within a response gives a failure.',
    source: CONTRACT,
  },
  {
    id: 'NET-3',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: '`options.timeout` is honoured',
    text: 'A data source that does not answer gives a failure within `options.timeout`: from connecting to the last byte of a request, plus a margin, also when bytes drip in, headers included. A slow answer within the timeout is awaited.',
    should: 'The failure is `service_unavailable`.',
    source: "stix-shifter's connection options",
  },
  {
    id: 'NET-4',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'a certificate is verified before credentials are sent',
    text: 'An untrusted, expired, not yet valid or wrong-name certificate gives the failure `certificate_fail` (`authentication_fail` and `service_unavailable` are accepted), and no credentials are sent. With the certificate in `selfSignedCert` the call succeeds.',
    source: "stix-shifter's connection object and ErrorCode class",
  },
  {
    id: 'NET-5',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: '`Retry-After` neither crashes a call nor keeps it',
    text: 'Whatever `Retry-After` says (a date, 0, a negative or huge number, none at all), the call neither crashes nor sleeps beyond its time, which is that of NET-3.',
    should: '`Retry-After` is respected: no more than a few requests per call under 429 or 503.',
    source: CONTRACT,
  },
  {
    id: 'NET-6',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'an answer means the same in every form of HTTP/1.1',
    text: 'An answer means the same in every form that HTTP/1.1 allows: `Content-Length` or chunked (with extensions and trailers), kept alive or `Connection: close`, the body in any pieces, header names in any case, a 1xx before it, a server of HTTP/1.0, `Content-Encoding` where the connector asked for it. A kept-alive connection that the data source has closed since is no failure.',
    source: 'RFC 9112; the guide is silent',
  },
  {
    id: 'NET-7',
    level: 'SHOULD',
    methods: WITH_ENVELOPE,
    title: 'hosts and ports come in several forms',
    text: '`host` may be a name, an IPv4 address or an IPv6 address without brackets, `port` an integer or a decimal string.',
    source: "stix-shifter's connection object",
  },
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

export type ClauseId = (typeof CLAUSES)[number]['id']

const BY_ID: ReadonlyMap<string, Clause> = new Map(CLAUSES.map((clause) => [clause.id, clause]))

/** The clause of that id; `undefined` where there is none. */
export function findClause(id: string): Clause | undefined {
  return BY_ID.get(id)
}

/** The clause of an id that the type already vouches for. */
export function clauseOf(id: ClauseId): Clause {
  const clause = BY_ID.get(id)
  if (clause === undefined) throw new Error(`clause ${id} is missing from CLAUSES`)
  return clause
}
