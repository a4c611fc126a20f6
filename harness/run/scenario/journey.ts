import type { Scenario } from '../../../contracts/scenario.ts'
import { type Control, ControlError, type Row } from '../../../mock-datasource/index.ts'
import type { Answer } from '../../kit/answer.ts'
import type { BoundConnector } from '../../kit/session.ts'

/** One call of a connector on its way through a scenario, with what the data source had to say at its end. */
export interface JourneyCall {
  readonly answer: Answer
  /** The faults that have struck during the call, by their ids. */
  readonly struck: readonly string[]
  /** What became of the search that the call was about; undefined where the data source knows no such search. */
  readonly search: { readonly status: string } | undefined
}

/** What a connector did with one search, from its beginning to its end. */
export interface Journey {
  readonly calls: readonly JourneyCall[]
  /** All rows that the query selects, as they were before. */
  readonly rows: readonly Row[]
  /** Whether its connection or credentials are others than the data source's own. */
  readonly isChanged?: boolean
}

interface Traveller {
  readonly connector: BoundConnector
  readonly control: Control
  readonly query: string
}

/** One that is refused for a while is asked for again so often. */
const MOST_QUERIES = 3
/** A search that has not come to its end by then is left alone. */
const MOST_POLLS = 6
/** Of windows of the result. More tell nothing new, and a million rows have thousands. */
const MOST_WINDOWS = 12
const FEWEST_WINDOWS = 3

/**
 * Calls all six methods of a connector as a client would that runs one search: asks whether it is there, makes the
 * search, waits for it, reads it in at least three windows, and deletes it.
 */
export async function journey({ connector, control, query }: Traveller): Promise<Journey> {
  const rows = await rowsOf(query, control)
  const { calls, made } = recorder(control)
  await made(() => connector.isAsync())
  await made(() => connector.ping())
  const id = await searchFor(query, connector, made)
  if (id !== undefined) {
    await waitFor(id, connector, made)
    for (const [offset, length] of windowsOf(rows.length, control.settings().maxPageSize)) {
      await made(() => connector.results(id, offset, length), id)
    }
    await made(() => connector.delete(id), id)
  }
  return { calls, rows }
}

/** The one call that a scenario names, and nothing else. */
export async function oneCall({
  connector,
  control,
  call,
}: Omit<Traveller, 'query'> & { readonly call: NonNullable<Scenario['call']> }): Promise<Journey> {
  const [about] = call.arguments
  const id = typeof about === 'string' ? about : ''
  const rows = await rowsOf(control.search(id)?.query ?? id, control)
  const { calls, made } = recorder(control)
  await made(() => connector.call(call.method, ...call.arguments), id)
  return { calls, rows, isChanged: call.change !== undefined }
}

/** A query that the data source refuses selects none. */
async function rowsOf(query: string, control: Control): Promise<readonly Row[]> {
  try {
    return await control.rows(query)
  } catch (error) {
    if (error instanceof ControlError) return []
    throw error
  }
}

function recorder(control: Control): { readonly calls: JourneyCall[]; readonly made: Make } {
  const calls: JourneyCall[] = []
  const made: Make = async (call, id) => {
    const before = strikes(control)
    const answer = await call()
    const struck = [...strikes(control)].filter(
      ([fault, times]) => times > (before.get(fault) ?? 0),
    )
    const search = id === undefined ? undefined : control.search(id)
    calls.push({ answer, struck: struck.map(([fault]) => fault), search })
    return answer
  }
  return { calls, made }
}

type Make = (call: () => Promise<Answer>, id?: string) => Promise<Answer>

async function searchFor(query: string, connector: BoundConnector, made: Make) {
  for (let n = 0; n < MOST_QUERIES; n += 1) {
    const { reading } = await made(() => connector.query(query))
    const id = reading.kind === 'success' ? reading.envelope['search_id'] : undefined
    if (typeof id === 'string') return id
    if (reading.kind !== 'failure') return undefined
  }
  return undefined
}

async function waitFor(id: string, connector: BoundConnector, made: Make): Promise<void> {
  for (let n = 0; n < MOST_POLLS; n += 1) {
    const { reading } = await made(() => connector.status(id), id)
    const status = reading.kind === 'success' ? reading.envelope['status'] : undefined
    const goesOn = status === 'RUNNING' || reading.kind === 'failure'
    if (!goesOn) return
  }
}

/** Windows that a client would read a result in, so many that there is a third page. */
export function windowsOf(
  rows: number,
  pageSize: number,
): readonly (readonly [offset: number, length: number])[] {
  const length = Math.max(1, Math.min(pageSize, Math.ceil(rows / FEWEST_WINDOWS)))
  const count = Math.min(MOST_WINDOWS, Math.max(1, Math.ceil(rows / length)))
  return Array.from({ length: count }, (_, index) => [index * length, length] as const)
}

function strikes(control: Control): ReadonlyMap<string, number> {
  return new Map(control.faults().map(({ id, struck }) => [id, struck]))
}
