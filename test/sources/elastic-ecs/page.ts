import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { isObject } from '../support/send.ts'

/** A row with the values by which it is ordered. */
export interface Hit {
  readonly row: object
  readonly sort: readonly unknown[]
}

/** The hits of a page that is what it says, and comes behind what it was to come behind. */
export function pageIn(
  json: unknown,
  size: number,
  after: readonly unknown[] | undefined,
): { readonly hits: readonly Hit[]; readonly total: number } {
  const whole = isObject(json) ? json['hits'] : undefined
  const found = isObject(whole) ? whole['hits'] : undefined
  const count = isObject(whole) && isObject(whole['total']) ? whole['total']['value'] : undefined
  if (!Array.isArray(found) || typeof count !== 'number' || found.length > size)
    throw broken('hits')
  const hits = found.map(hitIn)
  const order = [...(after ? [after] : []), ...hits.map(({ sort }) => sort)]
  const isOrdered = order.every(
    (values, place) => place === 0 || !isBehind(order[place - 1], values),
  )
  if (!isOrdered) throw broken('an order')
  return { hits, total: count }
}

function hitIn(hit: unknown): Hit {
  const { _source: row, sort } = isObject(hit) ? hit : { _source: undefined, sort: undefined }
  if (isObject(row) && Array.isArray(sort)) return { row, sort }
  throw broken('a hit')
}

/** Whether the first values come behind the others, or are the same. */
function isBehind(one: readonly unknown[] = [], other: readonly unknown[]): boolean {
  for (const [place, value] of one.entries()) {
    const against = other[place]
    if (value === against) continue
    return (value as string | number) > (against as string | number)
  }
  return one.length > 1
}

/** The most rows that every index gives at once. */
export function windowIn(json: unknown): number {
  const indices = isObject(json) ? Object.values(json) : []
  const windows = indices.map((index) =>
    Number(settingIn(index, 'settings') ?? settingIn(index, 'defaults')),
  )
  const least = Math.min(...windows)
  if (Number.isInteger(least) && least > 0) return least
  throw broken('index.max_result_window')
}

function settingIn(index: unknown, kind: 'settings' | 'defaults'): unknown {
  const settings = isObject(index) ? index[kind] : undefined
  const own = isObject(settings) ? settings['index'] : undefined
  return isObject(own) ? own['max_result_window'] : undefined
}

function broken(what: string): ConnectorFailure {
  return new ConnectorFailure('unknown', `Elasticsearch answered what it does not promise: ${what}`)
}
