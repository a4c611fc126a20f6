import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import type { PagingStyle } from './paging-style.ts'
import { countParameter, countRead } from './parameter.ts'

type Options = Extract<DescribedPaging, { style: 'page-number' }>

/** What a page holds where neither the request nor the API says. */
const USUAL_SIZE = 100

/** Pages are numbered, by the size that they have in the end: the request's, or the API's where that is smaller. */
export function pageNumber({ in: where, page, size, first, most_rows }: Options): PagingStyle {
  return {
    placeholders: ['page', 'size', 'pages', 'offset'],
    // A client that asked for more could not tell which rows a page holds.
    needed: most_rows === undefined ? [] : ['size'],
    tellsPlace: false,
    // It would move all pages behind it.
    mayBeShort: false,
    facts: { style: 'page-number', words: { place: page, limit: size }, next: 'a page number' },
    wanted(carrier, most) {
      const limit = Math.min(countParameter(carrier, where, size, 1) ?? USUAL_SIZE, most)
      const number = countParameter(carrier, where, page, first) ?? first
      return { offset: (number - first) * limit, limit }
    },
    values: ({ offset, limit, total }) => ({
      page: Math.floor(offset / limit) + first,
      size: limit,
      pages: Math.ceil(total / limit),
      offset,
    }),
    asks: (place) => [
      { in: where, at: page, value: place.pages + first },
      { in: where, at: size, value: place.limit },
    ],
    read(carrier) {
      const limit = countRead(carrier, where, size)
      const number = countRead(carrier, where, page) ?? first
      if (limit === undefined) return number === first ? { place: 0 } : {}
      return { place: (number - first) * limit, limit }
    },
  }
}
