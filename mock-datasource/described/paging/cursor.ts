import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import { asSentInUrl, carriedAt } from '../carried.ts'
import { NotValid } from '../not-valid.ts'
import type { PagingStyle } from './paging-style.ts'
import { countParameter, countRead, parameterIn } from './parameter.ts'

type Options = Extract<DescribedPaging, { style: 'cursor' }>

/** How a page token is written where it is told, and read where it comes back. */
interface Form {
  write(token: string): string
  read(cursor: string): string
}

const FORMS: Readonly<Record<NonNullable<Options['cursors']>, Form>> = {
  any: { write: (token) => token, read: (cursor) => cursor },
  // Digits and letters in Base64 are letters, digits and = alone.
  'base64-of-text': {
    write: (token) => base64Of(`from:${Buffer.from(token).toString('hex')}`),
    read: (cursor) => {
      const text = Buffer.from(cursor, 'base64').toString()
      const token = Buffer.from(text.slice('from:'.length), 'hex').toString()
      // One that was altered is none, though Base64 would read it all the same.
      return base64Of(text) === cursor ? token : ''
    },
  },
}

const base64Of = (text: string) => Buffer.from(text).toString('base64')

/** Each answer holds what leads to the page after it. */
export function cursor(options: Options): PagingStyle {
  const { in: where, cursor: name, limit, least, most: greatest, limit_default: usual } = options
  const form = FORMS[options.cursors ?? 'any']
  return {
    placeholders: ['next'],
    needed: ['next'],
    tellsPlace: false,
    mayBeShort: true,
    facts: { style: 'token', words: { token: name, limit, next: 'next' }, next: 'a cursor' },
    wanted(carrier, most, tokens) {
      const given = countParameter(carrier, where, limit, least)
      if (given !== undefined && greatest !== undefined && given > greatest) {
        throw new NotValid(`parameter '${limit}' must be at most ${greatest}`)
      }
      const asked = given ?? usual ?? Number.POSITIVE_INFINITY
      const token = parameterIn(carrier, where, name)
      const offset = token === undefined ? 0 : tokens.offsetOf(form.read(String(token)))
      if (offset === undefined) {
        throw new NotValid(`'${name}' is malformed, expired or of another result`)
      }
      return { offset, limit: Math.min(asked, most) }
    },
    values: ({ next }, tokens) => ({ next: next === null ? null : form.write(tokens.issue(next)) }),
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
