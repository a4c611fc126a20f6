import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import type { PagingStyle } from './paging-style.ts'
import { countParameter, countRead } from './parameter.ts'

type Options = Extract<DescribedPaging, { style: 'offset-limit' }>

/** A request says how many rows to pass over, and how many it wants. */
export function offsetLimit(options: Options): PagingStyle {
  const { in: where, offset, limit } = options
  const limitOf = (asked: number | undefined) => {
    if (asked !== undefined && asked === options.limit_all) return Number.POSITIVE_INFINITY
    return asked ?? options.limit_default ?? Number.POSITIVE_INFINITY
  }
  // Where 0 asks for all, it is no limit that cannot be.
  const least = options.limit_all === 0 ? 0 : 1
  return {
    placeholders: ['offset', 'limit'],
    needed: [],
    tellsPlace: false,
    mayBeShort: true,
    facts: { style: 'offset-limit', words: { place: offset, limit }, next: 'an offset' },
    wanted: (carrier, most) => ({
      offset: countParameter(carrier, where, offset, 0) ?? 0,
      limit: Math.min(limitOf(countParameter(carrier, where, limit, least)), most),
    }),
    values: ({ offset, limit, count }) => ({
      offset,
      limit: Number.isFinite(limit) ? limit : count,
    }),
    asks: (place) => [
      { in: where, at: offset, value: place.offset },
      { in: where, at: limit, value: place.limit },
    ],
    read: (carrier) => {
      const place = countRead(carrier, where, offset)
      const asked = limitOf(countRead(carrier, where, limit))
      return { place: place ?? 0, ...(Number.isFinite(asked) && { limit: asked }) }
    },
  }
}
