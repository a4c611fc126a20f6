import { type Exchange, headerOf } from '../exchange.ts'

/** An exchange as whoever drafts a description reads it. */
export interface Seen {
  readonly n: number
  readonly method: string
  /** Without the query string. */
  readonly path: string
  readonly headers: Exchange['request']['headers']
  /** Where parameters travel, and what they are, by name; members of JSON by a path with dots. */
  readonly sent: readonly Sent[]
  readonly status: number
  /** Undefined where the answer is no JSON. */
  readonly answer: unknown
  readonly answerHeaders: Exchange['request']['headers']
}

export interface Sent {
  readonly in: 'query' | 'form' | 'json'
  readonly at: string
  readonly value: string
}

/** A member of JSON that holds no others. */
export interface Leaf {
  readonly path: readonly string[]
  readonly value: string | number | boolean | null
}

/** Undefined for an exchange that was not answered. */
export function seenIn({ n, request, response }: Exchange): Seen | undefined {
  if (response === undefined) return undefined
  const [path = '/', search = ''] = request.path.split('?', 2)
  const body = request.body !== undefined && 'text' in request.body ? request.body.text : ''
  const type = headerOf(request.headers, 'content-type') ?? ''
  const text = response.body !== undefined && 'text' in response.body ? response.body.text : ''
  return {
    ...{ n, method: request.method, path, headers: request.headers },
    sent: [
      ...pairsIn(search, 'query'),
      ...(type.includes('form') ? pairsIn(body, 'form') : membersIn(body)),
    ],
    ...{ status: response.status, answer: jsonOf(text), answerHeaders: response.headers },
  }
}

function pairsIn(text: string, where: 'query' | 'form'): readonly Sent[] {
  return [...new URLSearchParams(text)].map(([at, value]) => ({ in: where, at, value }))
}

function membersIn(body: string): readonly Sent[] {
  return leavesOf(jsonOf(body)).map(({ path, value }) => ({
    ...{ in: 'json' as const, at: path.join('.'), value: String(value) },
  }))
}

/** The leaves of a JSON value; of a list those of its first element, which the others are like. */
export function leavesOf(value: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : leavesOf(value[0], [...path, '0'])
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]))
  }
  return value === undefined ? [] : [{ path, value: value as Leaf['value'] }]
}

/** The list of objects with most elements in an answer, and where it is. */
export function rowsIn(
  value: unknown,
  path: readonly string[] = [],
): { readonly path: readonly string[]; readonly rows: readonly object[] } | undefined {
  if (Array.isArray(value)) {
    const isRows =
      value.length > 0 && value.every((each) => typeof each === 'object' && each !== null)
    return isRows ? { path, rows: value } : undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const found = Object.entries(value).flatMap(
    ([name, member]) => rowsIn(member, [...path, name]) ?? [],
  )
  return found.toSorted((one, other) => other.rows.length - one.rows.length)[0]
}

/** The same value with other ones at these places. */
export function templateOf(
  value: unknown,
  places: readonly (readonly [readonly string[], string])[],
  path: readonly string[] = [],
): unknown {
  const here = places.find(([place]) => place.join('\n') === path.join('\n'))
  if (here !== undefined) return here[1]
  if (Array.isArray(value)) {
    return value.map((each, index) => templateOf(each, places, [...path, String(index)]))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      templateOf(member, places, [...path, name]),
    ]),
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
