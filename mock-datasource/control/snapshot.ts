import * as z from 'zod'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import { type LifeCycle, lifeCycleOf } from '../engine/life-cycle.ts'
import type { Search } from '../engine/search.ts'
import { copyOf, DataSet, Progress, type Settings, settingsSchema } from '../engine/settings.ts'
import type { DataSetSpec } from '../engine/source.ts'
import type { Store } from '../engine/store.ts'
import { type FaultSpec, faultSpecSchema } from '../faults/fault-spec.ts'
import { type FaultSchedule, MOST_FAULTS } from '../faults/schedule.ts'
import { ControlError } from './control-error.ts'

const Count = z.int().min(0)
const Percent = z.int().min(0).max(100)

function snapshotOfSearch({ running, terminal }: Pick<LifeCycle, 'running' | 'terminal'>) {
  return z.strictObject({
    serial: Count,
    id: z.string().min(1),
    query: z.string(),
    /** Where in `sources` the rows are that it reads. */
    source: Count,
    total: Count,
    ending: z.strictObject({ status: z.enum(terminal), progress: Percent }),
    drive: Progress,
    /** How old the search is: a clock starts anew with every mock. */
    ageMilliseconds: z.number().min(0),
    polls: Count,
    status: z.enum([...running, ...terminal]),
    progress: Percent,
    held: z.boolean(),
  })
}

const NO_SEARCHES = { running: [], terminal: [] }

const FORMAT = 'connector-contract mock 2'

/**
 * A snapshot in the form that this version writes, where it is an older one that the data source can read. Throws
 * a ControlError where it is one of another data source.
 */
export function ofThisFormat(
  snapshot: unknown,
  { name, readOlder }: Pick<DataSourceDefinition, 'name' | 'readOlder'>,
): unknown {
  const isOlder = formatOf(snapshot) === 'connector-contract mock 1'
  const read = isOlder ? readOlder?.(snapshot as object) : snapshot
  const isOther = typeof read === 'object' && read !== null && 'dataSource' in read
  if (!isOther || read.dataSource === name) return read
  throw new ControlError(`snapshot: it is of ${read.dataSource}, and this mock is of ${name}`)
}

function formatOf(snapshot: unknown): unknown {
  if (typeof snapshot !== 'object' || snapshot === null) return undefined
  return 'format' in snapshot ? snapshot.format : undefined
}

/** The shape of a snapshot of a mock of this data source. */
export function snapshotSchema(source: DataSourceDefinition): z.ZodType<Snapshot> {
  const fault = z.strictObject({
    id: z.string().min(1),
    spec: faultSpecSchema(source),
    seen: Count,
    struck: Count,
    succeeded: Count.optional(),
    off: z.literal(true).optional(),
    random: z.array(z.int()).length(4),
    age: z.number().min(0).optional(),
  })
  return z.strictObject({
    format: z.literal(FORMAT, {
      error: 'is not the snapshot of a mock that this version can read',
    }),
    dataSource: z.literal(source.name),
    unboundedPages: z.literal(true).optional(),
    settings: settingsSchema(source.credentials),
    sources: z.array(DataSet).min(1),
    searches: z.array(snapshotOfSearch(lifeCycleOf(source.states) ?? NO_SEARCHES)),
    searchesMade: Count,
    idsIssued: Count,
    faults: z.array(fault).max(MOST_FAULTS),
    faultsAdded: Count,
    sessions: z.strictObject({ opened: Count, expired: z.array(z.string()) }).optional(),
  })
}

/**
 * The whole state of a mock, as plain JSON. It holds the accounts with their passwords, since a restored
 * mock has to know them: they are the mock's own and worth nothing elsewhere, so give it no real ones.
 */
export interface Snapshot {
  format: typeof FORMAT
  /** The name of the data source that it is a mock of. */
  dataSource: string
  /** Whether its pages hold as many rows as they are asked for, whatever the settings say. */
  unboundedPages?: true | undefined
  settings: Settings
  /** The first one is that of the settings. */
  sources: DataSetSpec[]
  searches: z.infer<ReturnType<typeof snapshotOfSearch>>[]
  searchesMade: number
  idsIssued: number
  faults: {
    id: string
    spec: FaultSpec
    seen: number
    struck: number
    succeeded?: number | undefined
    off?: true | undefined
    random: number[]
    /** Milliseconds since it first struck; absent if it has not. */
    age?: number | undefined
  }[]
  faultsAdded: number
  /** Of log-ins; absent where there was none. */
  sessions?: { opened: number; expired: string[] } | undefined
}

export function snapshotOf(
  { name: dataSource, paging }: Pick<DataSourceDefinition, 'name' | 'paging'>,
  store: Store,
  schedule: FaultSchedule,
): Snapshot {
  const searches = store.searches.all()
  const sources = [...new Set([store.source, ...searches.map(({ source }) => source)])]
  const places = new Map(sources.map((source, place) => [source, place]))
  const { faults, added } = schedule.snapshot()
  const { opened, expired } = store.sessions.snapshot()
  return {
    format: FORMAT,
    dataSource,
    ...(paging.unbounded === true && { unboundedPages: true }),
    settings: copyOf(store.settings),
    sources: sources.map(({ spec }) => spec),
    searches: searches.map(({ startedAt, source, ...search }) => ({
      ...search,
      source: places.get(source) as number,
      ageMilliseconds: Math.max(0, store.clock() - startedAt),
    })),
    searchesMade: store.searches.made,
    idsIssued: store.searches.idsIssued,
    faults: faults.map((fault) => ({ ...fault, random: [...fault.random] })),
    faultsAdded: added,
    ...(opened + expired.length > 0 && { sessions: { opened, expired: [...expired] } }),
  }
}

/**
 * Takes the place of the store's and the schedule's state. Throws before anything has changed: a
 * ControlError, a RowsError or a QueryError.
 */
export function restoreInto(store: Store, schedule: FaultSchedule, snapshot: Snapshot): void {
  const { most } = store.searches
  if (snapshot.searches.length > most) {
    throw new ControlError(
      `snapshot: searches: there are ${snapshot.searches.length}, and --max-searches allows ${most}`,
    )
  }
  const sources = snapshot.sources.map((spec) => store.open(spec))
  const searches = snapshot.searches.map(
    ({ source: place, ageMilliseconds, ...search }): Search => {
      const source = sources[place]
      if (!source)
        throw new ControlError(
          `snapshot: searches: '${search.id}' reads source ${place}, which is not there`,
        )
      return { ...search, source, startedAt: store.clock() - ageMilliseconds }
    },
  )
  const [current] = sources
  if (!current) throw new ControlError('snapshot: sources: there is none')
  for (const { query, source } of searches) store.compile(query, source)
  store.use(snapshot.settings, current)
  store.searches.replace(searches, {
    made: snapshot.searchesMade,
    idsIssued: snapshot.idsIssued,
  })
  store.sessions.restore(snapshot.sessions ?? { opened: 0, expired: [] })
  schedule.restore({ faults: snapshot.faults, added: snapshot.faultsAdded })
}
