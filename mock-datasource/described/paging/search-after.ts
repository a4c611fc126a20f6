import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import type { Description } from '../../../contracts/data-source/description.ts'
import { type Carrier, carriedAt } from '../carried.ts'
import { NotValid } from '../not-valid.ts'
import type { PagingStyle } from './paging-style.ts'
import { countParameter, countRead } from './parameter.ts'

type Options = Extract<DescribedPaging, { style: 'search-after' }>

/**
 * A request says by which fields rows are ordered, and behind which values of them it begins. Whoever orders by a
 * field that several rows share passes over those that come after its value on the page before.
 */
export function searchAfter(
  { in: where, sort, after, limit, least, from }: Options,
  { row }: { readonly row: Description['row'] },
): PagingStyle {
  const order = [...(row.time === undefined ? [] : [row.time]), row.key]
  const at = (carrier: Carrier, name: string) => carriedAt(carrier, where, name)[0]
  const sortedBy = (carrier: Carrier) => {
    const given = at(carrier, sort)
    return given === undefined ? undefined : fieldsIn(given)
  }
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
    sortedBy,
    wanted(carrier, most, _tokens, rows) {
      const fields = sortedBy(carrier)
      requireOrder(fields, order, sort)
      const asked = countParameter(carrier, where, limit, least) ?? Math.min(10, most)
      const passed = from === undefined ? 0 : (countParameter(carrier, where, from, 0) ?? 0)
      if (passed + asked > most) {
        throw new NotValid(
          `Result window is too large, it must be less than or equal to: [${most}]`,
        )
      }
      const values = at(carrier, after)
      if (values === undefined) return { offset: passed, limit: asked }
      if (passed > 0) throw new NotValid(`[${from}] must be 0 where [${after}] is there`)
      const sought = valuesIn(values, fields, after)
      return { offset: rows?.after(fields ?? [], sought) ?? 0, limit: asked }
    },
    values: () => ({}),
    asks: (place) => [
      { in: where, at: limit, value: place.limit },
      { in: where, at: sort, value: order.map((field) => ({ [field]: 'asc' })) },
      ...(place.next === undefined
        ? []
        : [{ in: where, at: after, value: JSON.parse(place.next) as unknown[] }]),
    ],
    read(carrier) {
      const asked = countRead(carrier, where, limit)
      const values = at(carrier, after)
      const isFirst = values === undefined
      const passed = from === undefined ? undefined : countRead(carrier, where, from)
      return {
        ...(isFirst ? { place: passed ?? 0 } : { token: JSON.stringify(values) }),
        ...(asked !== undefined && { limit: asked }),
      }
    },
  }
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
  if (wrong !== undefined) throw new NotValid(`[${name}] cannot hold ${JSON.stringify(wrong)}`)
  return values
}
