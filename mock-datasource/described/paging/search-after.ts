import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import type { Description } from '../../../contracts/data-source/description.ts'
import { type Carrier, carriedAt } from '../carried.ts'
import { NotValid } from '../not-valid.ts'
import type { OrderedRows, PagingStyle, Window } from './paging-style.ts'
import { countParameter, countRead } from './parameter.ts'

type Options = Extract<DescribedPaging, { style: 'search-after' }>

/** How many rows a page has where a request does not say. */
const USUAL_SIZE = 10

/**
 * A request says by which fields rows are ordered, and behind which values of them it begins. Whoever orders by a
 * field that several rows share passes over those that come after its value on the page before.
 */
export function searchAfter(
  options: Options,
  { row }: { readonly row: Description['row'] },
): PagingStyle {
  const { in: where, sort, after, limit } = options
  const order = [...(row.time === undefined ? [] : [row.time]), row.key]
  return {
    placeholders: [],
    needed: [],
    tellsPlace: true,
    mayBeShort: false,
    facts: {
      style: 'search-after',
      words: { token: after, limit, next: 'sort' },
      next: 'sort values',
      refusesMore: true,
    },
    sortedBy: (carrier) => sortedBy(carrier, options),
    wanted(carrier, most, _tokens, rows) {
      requireOrder(sortedBy(carrier, options), order, sort)
      return windowIn(carrier, options, most, rows)
    },
    values: () => ({}),
    asks: (place) => [
      { in: where, at: limit, value: place.limit },
      { in: where, at: sort, value: order.map((field) => ({ [field]: 'asc' })) },
      ...(place.next === undefined
        ? []
        : [{ in: where, at: after, value: JSON.parse(place.next) as unknown[] }]),
    ],
    read: (carrier) => readIn(carrier, options),
  }
}

function windowIn(
  carrier: Carrier,
  options: Options,
  most: number,
  rows: OrderedRows | undefined,
): Window {
  const { in: where, after, limit, least, from } = options
  const asked = countParameter(carrier, where, limit, least) ?? Math.min(USUAL_SIZE, most)
  const passed = from === undefined ? 0 : (countParameter(carrier, where, from, 0) ?? 0)
  if (passed + asked > most) {
    throw new NotValid(`Result window is too large, it must be less than or equal to: [${most}]`)
  }
  const [values] = carriedAt(carrier, where, after)
  if (values === undefined) return { offset: passed, limit: asked }
  if (passed > 0) throw new NotValid(`[${from}] must be 0 where [${after}] is there`)
  const fields = sortedBy(carrier, options)
  const sought = valuesIn(values, fields, after)
  return { offset: rows?.after(fields ?? [], sought) ?? 0, limit: asked }
}

function readIn(
  carrier: Carrier,
  { in: where, after, limit, from }: Options,
): ReturnType<PagingStyle['read']> {
  const asked = countRead(carrier, where, limit)
  const [values] = carriedAt(carrier, where, after)
  const passed = from === undefined ? undefined : countRead(carrier, where, from)
  return {
    ...(values === undefined ? { place: passed ?? 0 } : { token: written(values) }),
    ...(asked !== undefined && { limit: asked }),
  }
}

/** The fields by which a request has rows ordered; undefined where it does not say. */
function sortedBy(carrier: Carrier, { in: where, sort }: Options): readonly string[] | undefined {
  const [given] = carriedAt(carrier, where, sort)
  return given === undefined ? undefined : fieldsIn(given)
}

/** Fields by name, ascending: `time`, `{ time: asc }` or `{ time: { order: asc } }`. */
function fieldsIn(given: unknown): readonly string[] {
  return [given].flat().flatMap((each) => {
    if (typeof each === 'string') return [each]
    if (typeof each !== 'object' || each === null) return ['?']
    return Object.entries(each).map(([field, way]) => (isAscending(way) ? field : `${field} desc`))
  })
}

function isAscending(way: unknown): boolean {
  const order = typeof way === 'object' && way !== null && 'order' in way ? way.order : way
  return order === 'asc'
}

/** Rows come in one order here, or in a part of it. */
function requireOrder(
  fields: readonly string[] | undefined,
  order: readonly string[],
  name: string,
): void {
  const unknown = fields?.find((field, place) => field !== order[place])
  if (unknown === undefined) return
  throw new NotValid(`[${name}] can be ${order.join(', ')} here, ascending, and not ${unknown}`)
}

function valuesIn(
  values: unknown,
  fields: readonly string[] | undefined,
  name: string,
): readonly unknown[] {
  if (fields === undefined || fields.length === 0) {
    throw new NotValid('Sort must contain at least one field.')
  }
  if (!Array.isArray(values) || values.length !== fields.length) {
    const count = Array.isArray(values) ? values.length : 0
    throw new NotValid(`[${name}] has ${count} value(s) but sort has ${fields.length}.`)
  }
  const wrong = values.find((value) => !['number', 'string'].includes(typeof value))
  if (wrong !== undefined) throw new NotValid(`[${name}] cannot hold ${written(wrong)}`)
  return values
}

/** Any JSON value, also one that nests too deep to be written. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return 'what nests too deep'
  }
}
