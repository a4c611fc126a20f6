import { valueAt } from './template.ts'

/** A request, as far as it carries values. */
export interface Carrier {
  /** Path and query string. */
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export type CarriedIn = 'query' | 'form' | 'json' | 'body'

/** Everything that a request carries at one place: nothing, one value, or several of one name. */
export function carriedAt(carrier: Carrier, where: CarriedIn, at: string): readonly unknown[] {
  switch (where) {
    case 'query':
      return new URLSearchParams(queryStringOf(carrier)).getAll(at)
    case 'form':
      return isOf(carrier, 'application/x-www-form-urlencoded')
        ? new URLSearchParams(carrier.body).getAll(at)
        : []
    case 'json': {
      const value = isOf(carrier, 'application/json') ? jsonAt(carrier.body, at) : undefined
      return value === undefined || value === null ? [] : [value]
    }
    case 'body':
      return carrier.body === '' ? [] : [carrier.body]
  }
}

/** A parameter as it stands in the URL, before it is decoded. */
export function asSentInUrl(carrier: Carrier, name: string): string | undefined {
  const sent = queryStringOf(carrier)
    .split('&')
    .find((piece) => piece.startsWith(`${name}=`))
  return sent?.slice(name.length + 1)
}

export function queryStringOf({ url }: Carrier): string {
  const mark = url.indexOf('?')
  return mark < 0 ? '' : url.slice(mark + 1)
}

/** A whole number that is not negative, in digits or as a number; undefined for anything else. */
export function countIn(value: unknown): number | undefined {
  const isCount = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
  const count = isCount ? Math.min(Number(value), Number.MAX_SAFE_INTEGER) : Number.NaN
  return Number.isInteger(count) && count >= 0 ? count : undefined
}

export function jsonIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

function jsonAt(body: string, at: string): unknown {
  return valueAt(jsonIn(body), at.split('.'))
}

function isOf({ headers }: Carrier, type: string): boolean {
  const given = headers['content-type']
  return typeof given === 'string' && given.split(';')[0]?.trim().toLowerCase() === type
}
