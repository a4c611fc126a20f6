import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import type { PagingStyle } from './paging-style.ts'
import { countParameter, countRead } from './parameter.ts'

type Options = Extract<DescribedPaging, { style: 'offset-limit' }>

/** A request says how many rows to pass over, and how many it wants. */
export function offsetLimit({ in: where, offset, limit }: Options): PagingStyle {
  return {
    placeholders: ['offset', 'limit'],
    needed: [],
    tellsPlace: false,
    mayBeShort: true,
    facts: { style: 'offset-limit', words: { place: offset, limit }, next: 'an offset' },
    wanted: (carrier, most) => ({
      offset: countParameter(carrier, where, offset, 0) ?? 0,
      limit: Math.min(countParameter(carrier, where, limit, 1) ?? Number.POSITIVE_INFINITY, most),
    }),
    values: ({ offset, limit, count }) => ({
      offset,
      limit: Number.isFinite(limit) ? limit : count,
    }),
    read: (carrier) => {
      const place = countRead(carrier, where, offset)
      const asked = countRead(carrier, where, limit)
      return { place: place ?? 0, ...(asked !== undefined && { limit: asked }) }
    },
  }
}
