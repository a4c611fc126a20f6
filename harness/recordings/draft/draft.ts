import { MASK } from '../../../contracts/secrets/secret-masker.ts'
import type { Exchange } from '../exchange.ts'
import { errorsIn } from './errors.ts'
import { type Operations, operationsIn, pathOf } from './operations.ts'
import { pagingIn } from './paging.ts'
import { type Leaf, leavesOf, rowsIn, type Seen, seenIn, templateOf } from './seen.ts'
import { type StatusGuess, statusIn } from './status.ts'

/** A part of a description, and why one thinks that it is so; without a value somebody has to fill it in. */
export interface DraftPart {
  readonly place: string
  readonly value?: unknown
  readonly why: string
}

/** What can be told of a data source by a recording of it, in the order of a description. */
export function draftOf(exchanges: readonly Exchange[]): readonly DraftPart[] {
  const all = exchanges.flatMap((each) => seenIn(each) ?? [])
  const operations = operationsIn(all)
  const status = statusIn([...operations.create, ...operations.status], operations.ids)
  const paging = pagingIn(operations.results)
  const errors = errorsIn(operations.errors)
  const [made] = operations.create
  const mode =
    made === undefined
      ? {
          value: 'synchronous',
          why: 'no request names what an earlier answer has given out as an id',
        }
      : {
          value: 'asynchronous',
          why: `exchange ${made.n} gives out an id that later requests name`,
        }
  return [
    { place: 'mode', ...mode },
    authenticationIn(all, operations),
    rowIn(operations),
    queryIn(operations),
    { place: 'operations', ...operationsOf(operations, status, paging.places) },
    statusesOf(operations, status),
    { place: 'paging', value: paging.paging, why: paging.why },
    errors === undefined
      ? { place: 'errors', why: 'no error was seen' }
      : {
          place: 'errors',
          value: { unlisted: { codes: [unlistedFor(errors.errors.table)] }, ...errors.errors },
          why: errors.why,
        },
  ]
}

/** One that is none of those, and of their kind. */
function unlistedFor(table: Readonly<Record<string, unknown>>): string | number {
  const codes = Object.keys(table)
  return codes.every((code) => /^\d+$/.test(code)) ? 599 : 'SOMETHING_NEW'
}

function authenticationIn(all: readonly Seen[], { logIn: [logIn] }: Operations): DraftPart {
  const place = 'authentication'
  for (const { n, headers } of all) {
    const [header, shown] = headers.find(([, value]) => value.endsWith(MASK)) ?? []
    if (header === undefined || shown === undefined) continue
    const why = `exchange ${n} shows ${header}: ${shown}`
    if (logIn !== undefined)
      return {
        place,
        value: logInOf(logIn, header, shown),
        why: `${why}; exchange ${logIn.n} gives that out`,
      }
    if (shown.split(' ')[0]?.toLowerCase() === 'basic')
      return { place, value: { scheme: 'basic' }, why }
    return {
      place,
      value: { scheme: 'header', header, value: shown.replace(MASK, '{{token}}') },
      why,
    }
  }
  return { place, why: 'no request shows anything that was masked in a header' }
}

function logInOf(
  { method, path, sent, status, answer }: Seen,
  header: string,
  shown: string,
): unknown {
  const members = sent.map(({ at, value }) => [
    at,
    value === MASK ? '{{password}}' : '{{username}}',
  ])
  const keys = leavesOf(answer).filter(({ value }) => value === MASK)
  return {
    ...{ scheme: 'log-in', method, path, in: sent[0]?.in ?? 'form' },
    send: Object.fromEntries(members),
    ...(status !== 200 && { http: status }),
    answer: templateOf(
      answer,
      keys.map((key) => [key.path, '{{session_key}}'] as const),
    ),
    ...{ header, value: shown.replace(MASK, '{{session_key}}') },
  }
}

function rowIn({ results }: Operations): DraftPart {
  const rows = results.flatMap(({ answer }) => rowsIn(answer)?.rows ?? []) as Record<
    string,
    unknown
  >[]
  const [first] = rows
  if (first === undefined) return { place: 'row', why: 'no rows were seen' }
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const isKey = (field: string) =>
    rows.every((row) => typeof row[field] === 'string' && row[field] !== '') &&
    new Set(rows.map((row) => row[field])).size ===
      new Set(rows.map((row) => JSON.stringify(row))).size
  const key = fields.find(isKey) ?? fields[0] ?? 'id'
  const timed = fields.find((field) => /^\d{4}-\d\d-\d\dT/.test(String(first[field])))
  const inMilliseconds = fields.find(
    (field) => /time|date/i.test(field) && Number(first[field]) > 1e12,
  )
  const time = timed ?? inMilliseconds
  return {
    place: 'row',
    value: {
      ...{ key, ...(time !== undefined && { time }) },
      ...(timed === undefined && inMilliseconds !== undefined && { time_as: 'milliseconds' }),
      fields,
    },
    why: `${key} is a text of its own in each of ${rows.length} rows`,
  }
}

function queryIn({ create, results }: Operations): DraftPart {
  const asked = [...create, ...results]
  const [first] = asked
  const long = first?.sent.toSorted((one, other) => other.value.length - one.value.length)[0]
  if (first === undefined || long === undefined)
    return { place: 'query', why: 'no request carries one' }
  return {
    place: 'query',
    value: { in: long.in, at: long.at, all: long.value },
    why: `the longest text of exchange ${first.n}`,
  }
}

type Places = readonly (readonly [Leaf['path'], string])[]

function operationsOf(found: Operations, status: StatusGuess, ofPages: Places) {
  const { ids, ping, create, results } = found
  const told = (answer: unknown): Places => [
    ...leavesOf(answer)
      .filter(({ value }) => ids.includes(String(value)))
      .map(({ path }) => [path, '{{id}}'] as const),
    ...at(status.status, '{{status}}'),
    ...at(status.progress, status.isFraction ? '{{fraction}}' : '{{progress}}'),
  ]
  const paged = ({ answer }: Seen): Places => [...at(rowsIn(answer)?.path, '{{rows}}'), ...ofPages]
  const one = (seen: readonly Seen[], places: (each: Seen) => Places) => {
    const [each] = seen
    return each === undefined ? undefined : operationOf(each, ids, places(each))
  }
  const usual = ({ answer }: Seen) => told(answer)
  const named = [
    ['ping', one(ping, () => [])],
    ...(create.length === 0
      ? [['query', one(results, paged)]]
      : [
          ['create', one(create, usual)],
          ['status', one(found.status, usual)],
          ['results', one(results, paged)],
          ['delete', one(found.delete, usual)],
        ]),
  ] as const
  const known = named.filter(([, value]) => value !== undefined)
  const kept = known.map(([name]) => {
    const numbers = (found as unknown as Record<string, readonly Seen[]>)[
      name === 'query' ? 'results' : String(name)
    ]
    return `${name}: ${numbers
      ?.slice(0, 3)
      .map(({ n }) => n)
      .join(', ')}`
  })
  return { value: Object.fromEntries(known), why: `by exchanges ${kept.join('; ')}` }
}

function operationOf(
  { method, path, sent, status, answer }: Seen,
  ids: readonly string[],
  places: Places,
): unknown {
  const way = pathOf(path, ids)
  const parameter = way.includes('{id}') ? undefined : sent.find(({ value }) => ids.includes(value))
  return {
    ...{ method, path: way },
    ...(parameter && { id: { in: parameter.in, at: parameter.at } }),
    ...(status !== 200 && { http: status }),
    ...(answer !== undefined && { answer: templateOf(answer, places) }),
  }
}

function at(path: Leaf['path'] | undefined, placeholder: string): Places {
  return path === undefined ? [] : [[path, placeholder]]
}

function statusesOf({ create }: Operations, { words, status }: StatusGuess): DraftPart {
  if (create.length === 0) return { place: 'statuses', value: {}, why: 'nothing runs on its own' }
  if (words.length === 0) return { place: 'statuses', why: 'no status was seen' }
  const last = words.length - 1
  const means = words.map(({ word }, place) => [word, place === last ? 'COMPLETED' : 'RUNNING'])
  return {
    place: 'statuses',
    value: Object.fromEntries(means),
    why: `${status?.join('.')} was ${words.map(({ word, n }) => `${word} (exchange ${n})`).join(', then ')}`,
  }
}
