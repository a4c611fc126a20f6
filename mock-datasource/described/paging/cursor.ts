import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import { asSentInUrl, carriedAt } from '../carried.ts'
import { NotValid } from '../not-valid.ts'
import type { PagingStyle } from './paging-style.ts'
import { countParameter, countRead, parameterIn } from './parameter.ts'

type Options = Extract<DescribedPaging, { style: 'cursor' }>

/** Each answer holds what leads to the page after it. */
export function cursor({ in: where, cursor: name, limit, least }: Options): PagingStyle {
  return {
    placeholders: ['next'],
    needed: ['next'],
    tellsPlace: false,
    mayBeShort: true,
    facts: { style: 'token', words: { token: name, limit, next: 'next' }, next: 'a cursor' },
    wanted(carrier, most, tokens) {
      const asked = countParameter(carrier, where, limit, least) ?? Number.POSITIVE_INFINITY
      const token = parameterIn(carrier, where, name)
      const offset = token === undefined ? 0 : tokens.offsetOf(String(token))
      if (offset === undefined) {
        throw new NotValid(`'${name}' is malformed, expired or of another result`)
      }
      return { offset, limit: Math.min(asked, most) }
    },
    values: ({ next }, tokens) => ({ next: next === null ? null : tokens.issue(next) }),
    asks: (place) => [
      { in: where, at: limit, value: place.limit },
      ...(place.next === undefined ? [] : [{ in: where, at: name, value: place.next }]),
    ],
    read(carrier) {
      const [token] = carriedAt(carrier, where, name)
      const tokenAsSent = where === 'query' ? asSentInUrl(carrier, name) : undefined
      const asked = countRead(carrier, where, limit)
      return {
        ...(typeof token === 'string' && { token }),
        ...(tokenAsSent !== undefined && { tokenAsSent }),
        ...(asked !== undefined && { limit: asked }),
      }
    },
  }
}
