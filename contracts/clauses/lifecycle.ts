import type { Clause } from '../clause.ts'
import { OF_A_SEARCH } from './methods.ts'
import { CONTRACT, GUIDE_ERRORS, GUIDE_SEARCH_IDS, GUIDE_VERIFY } from './sources.ts'

/** Life cycle: a search from its query to its deletion. */
export const LIFECYCLE_CLAUSES = [
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
] as const satisfies readonly Clause[]
