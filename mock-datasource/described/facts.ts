import type { Given } from '../../contracts/data-source/credentials.ts'
import type { DataSource, Operation } from '../../contracts/data-source/data-source.ts'
import type { Description } from '../../contracts/data-source/description.ts'
import { logInOf } from './authentication/log-in-of.ts'
import { membersOf } from './members.ts'
import { methodsIn, modesOf } from './modes.ts'
import { anomaliesOf } from './paging/anomalies.ts'
import { LOG_IN, type Parts } from './parts.ts'
import { rowFactsOf, rowsAreTexts } from './rows.ts'
import { operationsAboutOne } from './search-id.ts'
import { vitalOf } from './vital.ts'

/** The most rows of a page where neither the API nor anybody else sets a bound. */
const MOST_ROWS = 1_000

type Facts = Omit<DataSource, 'reads' | 'writes' | 'broken' | 'odd'>

/** What a description says of its data source, as far as that is words and numbers. */
export function factsOf(parts: Parts): Facts {
  const { description, errors, scheme } = parts
  const { name, title, docs, connection, credentials, row } = description
  const modes = modesOf(description)
  return {
    name,
    title,
    ...(docs !== undefined && { docs }),
    modes,
    given: givenOf(connection, credentials),
    credentials: { ...scheme.credentials, members: membersOf(credentials, scheme) },
    operations: operationsOf(description),
    methods: Object.fromEntries(modes.map((mode) => [mode, methodsIn(mode, description)])),
    states: parts.states.map(({ word, means }) => ({ word, means })),
    errors,
    query: parts.queries,
    paging: pagingOf(parts),
    rows: rowFactsOf(row, rowsAreTexts(parts)),
    ids: idsOf(description),
    vital: vitalOf(parts),
    declarations: {
      row_key: row.key,
      ...(modes.includes('asynchronous') && description.operations.delete === undefined
        ? { delete: 'no-op' as const }
        : {}),
    },
  }
}

/**
 * A part of a path, as any parameter, carries any text. A path without an id is another path; a parameter that is
 * empty is refused.
 */
function idsOf(description: Description): DataSource['ids'] {
  const aboutOne = operationsAboutOne(description)
  const inPaths = aboutOne.some((operation) => operation.id === undefined)
  return { anyText: aboutOne.length > 0, empty: inPaths ? 'elsewhere' : 'refused' }
}

function givenOf(
  { takes, port_in_host, ca_by_env, more, secrets }: Description['connection'],
  configuration: Description['credentials'],
): Given {
  return {
    connection: takes,
    ...(port_in_host && { portInHost: true }),
    ...(ca_by_env !== undefined && { caByEnvironment: ca_by_env }),
    ...(more !== undefined && { more }),
    ...(secrets !== undefined && { secrets }),
    configuration,
  }
}

/** What a description's API can be asked, its log-in included. */
export function operationsOf({
  operations,
  beside,
  authentication,
}: Description): DataSource['operations'] {
  const others = Object.entries(beside).map(([name, { method, path }]): [string, Operation] => [
    name,
    { method, path, role: 'beside' },
  ])
  const own = Object.entries(operations).flatMap(([name, operation]) =>
    operation === undefined ? [] : [[name, { method: operation.method, path: operation.path }]],
  )
  const byKey = logInOf(authentication)
  if (byKey === undefined) return Object.fromEntries([...own, ...others])
  const { method, path } = byKey
  const logIn: Operation = { method, path, role: 'log-in' }
  return { ...Object.fromEntries([...own, ...others]), [LOG_IN]: logIn }
}

function pagingOf({ paging, answers, paged, mostRows }: Parts): DataSource['paging'] {
  const pages = paged.flatMap((operation) => answers[operation] ?? [])
  const { words, ...rest } = paging.facts
  const next = pages[0]?.wayTo('next')
  const shown = pages.map((page) => anomaliesOf(paging, page, mostRows !== undefined))
  return {
    ...rest,
    words: { ...words, ...(next && { next: String(next.at(-1)) }) },
    anomalies: (shown[0] ?? []).filter((variant) => shown.every((each) => each.includes(variant))),
    mostRowsByDefault: mostRows ?? MOST_ROWS,
    ...(mostRows === undefined && { unbounded: true }),
  }
}
