import type { AbcRow } from '../../../contracts/abc-security-monitor/api.ts'
import type { Seen } from '../observed.ts'
import type { Scenario } from '../scenario.ts'
import { completedSearch, getResults, pageOf } from '../steps.ts'
import { CannotGoOn } from '../stops.ts'

const LIMIT = 1_000

/** What rows are made of: fields, types and order, but no value. */
export const rows: Scenario = {
  name: 'rows',
  title: 'Rows and their fields',
  async run(side, observe, { query }) {
    const id = await completedSearch(side, query)
    const exchange = await getResults(side, id, `limit=${LIMIT}`)
    const { data } = pageOf(exchange)
    if (data.length === 0) throw new CannotGoOn('the query selects no rows')
    for (const field of new Set(data.flatMap((row) => Object.keys(row)))) {
      observe.seen('rows', `field ${field}`, typesOf(data, field), exchange)
    }
    observe.seen('rows', 'fields without a value', gapsIn(data), exchange)
    const times = data.map((row) => row['time']).filter((time) => typeof time === 'string')
    const ids = data.map((row) => row['id'])
    if (times.length === data.length) {
      const forms = [...new Set(times.map((time) => time.replaceAll(/\d/g, '0')))].toSorted()
      observe.seen('rows', 'form of time', { kind: 'forms', value: forms }, exchange)
      const instants = times.map((time) => Date.parse(time))
      const isSorted = instants.every((each, index) => !(each < (instants[index - 1] ?? each)))
      observe.exact('rows', 'they are in the order of time', isSorted, exchange)
    }
    if (!ids.includes(undefined)) {
      observe.exact('rows', 'no id comes twice', new Set(ids).size === ids.length, exchange)
    }
  },
}

function typesOf(data: readonly AbcRow[], field: string): Seen {
  const values = data.flatMap((row) => (Object.hasOwn(row, field) ? [row[field]] : []))
  const types = new Set(values.filter((value) => value !== null).map(typeOf))
  // Of numbers with and without a fraction the latter are no type of their own.
  if (types.has('number')) types.delete('integer')
  return {
    kind: 'types',
    value: [...types].toSorted(),
    isEverywhere: values.length === data.length,
  }
}

function gapsIn(data: readonly AbcRow[]): Seen {
  const gaps: Record<string, string[]> = {}
  for (const field of new Set(data.flatMap((row) => Object.keys(row)))) {
    const isLeftOut = data.some((row) => !Object.hasOwn(row, field))
    const isNull = data.some((row) => row[field] === null)
    const found = [...(isLeftOut ? ['left out'] : []), ...(isNull ? ['null'] : [])]
    if (found.length > 0) gaps[field] = found
  }
  return { kind: 'gaps', value: gaps }
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}
