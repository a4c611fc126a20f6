import { ControlError } from './control-error.ts'

/** How many elements of a list are given at once where a request does not say. */
const USUAL = 1_000
const MOST = 10_000
/** And no more text than this, in characters, unless one element alone has more. */
const MOST_CHARACTERS = 4_000_000

/** Which part of a list is asked for. */
export interface PartAsked {
  /** The elements behind this one, by their number. */
  readonly after: number
  readonly limit: number
}

/** What `after` and `limit` of a request ask for. Throws a ControlError. */
export function partAsked(query: Readonly<Record<string, unknown>>, after: unknown): PartAsked {
  const limit = query['limit']
  const isLimit = typeof limit === 'string' && /^\d+$/.test(limit)
  if (limit !== undefined && !(isLimit && Number(limit) >= 1 && Number(limit) <= MOST)) {
    throw new ControlError(`'limit' must be a whole number from 1 to ${MOST}`)
  }
  return { after: sequenceIn(after), limit: limit === undefined ? USUAL : Number(limit) }
}

/** The first of what is given, until there is enough of it, and whether that is all. */
export function firstPart<Item>(
  items: Iterable<Item>,
  limit: number,
  charactersOf: (item: Item) => number,
): { readonly part: readonly Item[]; readonly isAll: boolean } {
  const part: Item[] = []
  let characters = 0
  for (const item of items) {
    characters += charactersOf(item)
    const isEnough = part.length === limit || (part.length > 0 && characters > MOST_CHARACTERS)
    if (isEnough) return { part, isAll: false }
    part.push(item)
  }
  return { part, isAll: true }
}

function sequenceIn(value: unknown): number {
  if (value === undefined) return 0
  if (typeof value === 'string' && /^\d+$/.test(value)) return Number(value)
  throw new ControlError("'after' must be the number that the part before gave, in digits")
}
