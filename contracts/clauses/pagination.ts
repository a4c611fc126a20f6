import type { Clause } from '../clause.ts'
import { CONTRACT, GUIDE_METADATA, GUIDE_RESULTS, GUIDE_VERIFY } from './sources.ts'

/** Pagination: windows of the result and what continues them. */
export const PAGINATION_CLAUSES = [
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
] as const satisfies readonly Clause[]
