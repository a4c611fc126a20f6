import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import type { Hooks } from '../hooks/hooks.ts'
import { NotValid } from '../not-valid.ts'
import type { PagingStyle } from './paging-style.ts'

/** A hook says which rows a request asks for. */
export function pagingByHook(
  _options: Extract<DescribedPaging, { style: 'hook' }>,
  { hooks: { page } }: { readonly hooks: Hooks },
): PagingStyle {
  return {
    placeholders: ['offset', 'limit', 'next'],
    needed: [],
    tellsPlace: false,
    mayBeShort: true,
    facts: { style: 'offset-limit', words: {}, next: 'what it asks with' },
    wanted(carrier, most) {
      const asked = page?.(carrier)
      if (asked === undefined) throw new NotValid('nothing tells which rows are asked for')
      const { offset, limit = Number.POSITIVE_INFINITY } = asked
      return { offset, limit: Math.min(limit, most) }
    },
    values: ({ offset, limit, count, next }) => ({
      ...{ offset, next },
      limit: Number.isFinite(limit) ? limit : count,
    }),
    asks: () => [],
    read(carrier) {
      const { offset, limit } = page?.(carrier) ?? {}
      return {
        ...(offset !== undefined && { place: offset }),
        ...(limit !== undefined && { limit }),
      }
    },
  }
}
