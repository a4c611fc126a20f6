import type { Clause } from '../clause.ts'
import { EVERY, WITH_ENVELOPE } from './methods.ts'
import { CONTRACT, GUIDE_ERRORS, GUIDE_VERIFY } from './sources.ts'

/** Envelopes: what any answer looks like. */
export const ENVELOPE_CLAUSES = [
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
] as const satisfies readonly Clause[]
