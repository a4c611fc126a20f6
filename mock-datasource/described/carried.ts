import type { BodyFormat } from './bodies/body-format.ts'
import { BODIES } from './bodies/index.ts'
import { valueAt } from './template.ts'

/** A request, as far as it carries values. */
export interface Carrier {
  /** Where it was sent, as far as that is known. */
  readonly origin?: string
  /** Whether that is somebody else's. */
  readonly isElsewhere?: boolean
  /** Path and query string. */
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  /** The parts of its path that have a name, decoded. */
  readonly path: Readonly<Record<string, string>>
}

export type CarriedIn = 'query' | 'form' | 'json' | 'ndjson' | 'xml' | 'body' | 'header' | 'path'

/** Everything that a request carries at one place: nothing, one value, or several of one name. */
export function carriedAt(carrier: Carrier, where: CarriedIn, at: string): readonly unknown[] {
  switch (where) {
    case 'query':
      return parametersOf(carrier).getAll(at)
    case 'form':
      return isOf(carrier, BODIES.form) ? new URLSearchParams(carrier.body).getAll(at) : []
    case 'json':
    case 'ndjson':
    case 'xml': {
      const format = BODIES[where]
      const value = isOf(carrier, format) ? memberIn(carrier.body, at, format) : undefined
      return value === undefined || value === null ? [] : [value]
    }
    case 'body':
      return carrier.body === '' ? [] : [carrier.body]
    case 'header':
      return [carrier.headers[at.toLowerCase()] ?? []].flat()
    case 'path': {
      const value = carrier.path[at]
      return value === undefined ? [] : [value]
    }
  }
}

/** Several values are looked for in one request, whose query string is taken apart once. */
const known = new WeakMap<Carrier, URLSearchParams>()

function parametersOf(carrier: Carrier): URLSearchParams {
  const found = known.get(carrier) ?? new URLSearchParams(queryStringOf(carrier))
  known.set(carrier, found)
  return found
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

/** A text that stands in an element with attributes has a name of its own in XML. */
function memberIn(body: string, at: string, format: BodyFormat): unknown {
  const value = valueAt(format.read(body), at === '' ? [] : at.split('.'))
  return valueAt(value, ['#text']) ?? value
}

function isOf({ headers }: Carrier, { types }: BodyFormat): boolean {
  const given = headers['content-type']
  return (
    typeof given === 'string' && types.includes(given.split(';')[0]?.trim().toLowerCase() ?? '')
  )
}
