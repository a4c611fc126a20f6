import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import type { PagingStyle } from './paging-style.ts'
import { countParameter, countRead } from './parameter.ts'

type Options = Extract<DescribedPaging, { style: 'limit' }>

/** A request says how many rows it wants, from the first one on; there is no way to go on from where they end. */
export function limitAlone({ in: where, limit }: Options): PagingStyle {
  return {
    placeholders: ['limit'],
    needed: [],
    tellsPlace: false,
    mayBeShort: false,
    facts: { style: 'limit', words: { limit }, next: 'nothing' },
    wanted: (carrier) => ({
      offset: 0,
      limit: countParameter(carrier, where, limit, 1) ?? Number.POSITIVE_INFINITY,
    }),
    values: ({ limit, count }) => ({ limit: Number.isFinite(limit) ? limit : count }),
    asks: (page) => [{ in: where, at: limit, value: page.offset + page.limit }],
    read(carrier) {
      const asked = countRead(carrier, where, limit)
      return { place: 0, ...(asked !== undefined && { limit: asked }) }
    },
  }
}
