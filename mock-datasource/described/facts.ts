import type { Given } from '../../contracts/data-source/credentials.ts'
import type { DataSource, Operation, VitalMember } from '../../contracts/data-source/data-source.ts'
import type { Description } from '../../contracts/data-source/description.ts'
import type { Method } from '../../contracts/method.ts'
import { membersOf } from './members.ts'
import { anomaliesOf } from './paging/anomalies.ts'
import { LOG_IN, type Parts } from './parts.ts'
import { queriesOf } from './queries.ts'
import { rowFactsOf } from './rows.ts'
import { tellingPlaceholders } from './states.ts'
import type { Way } from './way.ts'

/** The most rows of a page where neither the API nor anybody else sets a bound. */
const MOST_ROWS = 1_000

const METHODS: Readonly<Record<Description['mode'], Readonly<Partial<Record<Method, string>>>>> = {
  asynchronous: {
    ping: 'ping',
    query: 'create',
    status: 'status',
    results: 'results',
    delete: 'delete',
  },
  synchronous: { ping: 'ping', results: 'query' },
}

type Facts = Omit<DataSource, 'reads' | 'writes' | 'broken' | 'odd'>

/** What a description says of its data source, as far as that is words and numbers. */
export function factsOf(parts: Parts): Facts {
  const { description, errors, scheme } = parts
  const { name, title, docs, mode, connection, credentials, row, query } = description
  return {
    name,
    title,
    ...(docs !== undefined && { docs }),
    modes: [mode],
    given: givenOf(connection, credentials),
    credentials: { ...scheme.credentials, members: membersOf(credentials, scheme) },
    operations: operationsOf(description),
    methods: { [mode]: methodsOf(description) },
    states: parts.states.map(({ word, means }) => ({ word, means })),
    errors,
    query: queriesOf(query),
    paging: pagingOf(parts),
    rows: rowFactsOf(row),
    ids: idsOf(description),
    vital: vitalOf(parts),
    declarations: {
      row_key: row.key,
      ...(mode === 'asynchronous' && description.operations.delete === undefined
        ? { delete: 'no-op' as const }
        : {}),
    },
  }
}

/** A part of a path carries any text, as far as its operations all have it there; without an id, it is another path. */
function idsOf({ operations }: Description): DataSource['ids'] {
  const aboutOne = [operations.status, operations.results, operations.delete].filter(
    (operation) => operation !== undefined,
  )
  const anyText = aboutOne.length > 0 && aboutOne.every(({ path }) => path.includes('{id}'))
  return { anyText, empty: 'elsewhere' }
}

function givenOf(
  { takes, port_in_host, ca_by_env, more }: Description['connection'],
  configuration: Description['credentials'],
): Given {
  return {
    connection: takes,
    ...(port_in_host && { portInHost: true }),
    ...(ca_by_env !== undefined && { caByEnvironment: ca_by_env }),
    ...(more !== undefined && { more }),
    configuration,
  }
}

/** What a description's API can be asked, its log-in included. */
export function operationsOf({
  operations,
  authentication,
}: Description): DataSource['operations'] {
  const own = Object.entries(operations).flatMap(([name, operation]) =>
    operation === undefined ? [] : [[name, { method: operation.method, path: operation.path }]],
  )
  if (authentication.scheme !== 'log-in') return Object.fromEntries(own)
  const { method, path } = authentication
  const logIn: Operation = { method, path, role: 'log-in' }
  return { ...Object.fromEntries(own), [LOG_IN]: logIn }
}

function methodsOf({ mode, operations }: Description) {
  const there = Object.entries(METHODS[mode]).filter(([, operation]) =>
    Object.keys(operations).includes(operation),
  )
  return Object.fromEntries(there)
}

function pagingOf({ paging, answers, paged, mostRows }: Parts): DataSource['paging'] {
  const answer = answers[paged]
  const { words, ...rest } = paging.facts
  const next = answer?.wayTo('next')
  return {
    ...rest,
    words: { ...words, ...(next && { next: String(next.at(-1)) }) },
    anomalies: answer ? anomaliesOf(paging, answer, mostRows !== undefined) : [],
    mostRowsByDefault: mostRows ?? MOST_ROWS,
    ...(mostRows === undefined && { unbounded: true }),
  }
}

/** The members that an answer's placeholders stand in: without them it says nothing. */
function vitalOf({ answers, paged, description }: Parts): DataSource['vital'] {
  const { vital, statuses } = description
  const telling = tellingPlaceholders(statuses).filter((name) => answers['status']?.has(name))
  const members = (
    operation: string,
    named: string | undefined,
    holding: Readonly<Record<string, VitalMember['holds']>>,
  ): VitalMember[] =>
    Object.entries(holding).flatMap(([placeholder, holds]) => {
      const ways = answers[operation]?.waysTo(placeholder) ?? []
      const own = ways.find((way) => way.join('.') === named)
      // Where it stands twice, a client may read either.
      const way = own ?? (ways.length === 1 ? ways[0] : undefined)
      return way === undefined ? [] : [member(way, holds)]
    })
  return {
    ping: Array.isArray(description.operations.ping?.answer) ? [member([], 'rows')] : [],
    query: members('create', vital.query, { id: 'text' }),
    status: members('status', vital.status, {
      // Where others tell it too, a client may go by those.
      ...((telling.length === 0 || vital.status !== undefined) && { status: 'status' }),
      progress: 'progress',
      fraction: 'progress',
    }),
    results: members(paged, vital.results, { rows: 'rows' }),
  }
}

function member(way: Way, holds: VitalMember['holds']): VitalMember {
  const name = way.length === 0 ? 'the body' : way.join('.')
  return { at: [...way], name, holds }
}
