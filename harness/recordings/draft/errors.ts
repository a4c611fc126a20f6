import type { ErrorCode } from '../../../contracts/error-code.ts'
import { type Leaf, leavesOf, type Seen, templateOf } from './seen.ts'

/** What errors a recording shows look like. */
export interface ErrorsGuess {
  readonly errors: {
    readonly known_by?: 'status'
    readonly body: unknown
    readonly table: Readonly<Record<string, { http: number; message: string; means?: ErrorCode[] }>>
    readonly roles: Readonly<Record<string, string | number>>
  }
  readonly why: string
}

const CODE = /code|type|reason/i
const MESSAGE = /message|summary|text|detail|description|title|reason|error/i

/** What the HTTP status says of an error, as far as it does. */
const MEANS: Readonly<Record<number, { readonly means: ErrorCode; readonly role?: string }>> = {
  401: { means: 'authentication_fail', role: 'unauthenticated' },
  403: { means: 'forbidden', role: 'forbidden' },
  404: { means: 'no_results', role: 'no_such_search' },
  429: { means: 'too_many_requests', role: 'too_many' },
  503: { means: 'service_unavailable', role: 'unavailable' },
}

/** Undefined where none was seen whose body tells anything. */
export function errorsIn(seen: readonly Seen[]): ErrorsGuess | undefined {
  const told = seen.flatMap((each) => toldBy(each) ?? [])
  const [first] = told
  if (first === undefined) return undefined
  const isCoded = told.every(({ code }) => code !== undefined)
  const codeOf = ({ code, each }: Told) => String(isCoded ? code?.value : each.status)
  const rows = told.map((one) => {
    const { status } = one.each
    const means = MEANS[status]?.means
    const row = {
      http: status,
      message: String(one.message.value),
      ...(means && { means: [means] }),
    }
    return [codeOf(one), row] as const
  })
  const roles = told.flatMap((one) => {
    const role = MEANS[one.each.status]?.role
    return role === undefined ? [] : [[role, codeOf(one)] as const]
  })
  return {
    errors: {
      ...(!isCoded && { known_by: 'status' as const }),
      body: templateOf(first.each.answer, placesIn(first)),
      table: Object.fromEntries(rows),
      roles: Object.fromEntries(roles.reverse()),
    },
    why: `as in ${told
      .map(({ each }) => `exchange ${each.n} (HTTP ${each.status})`)
      .slice(0, 6)
      .join(', ')}`,
  }
}

interface Told {
  readonly each: Seen
  readonly code: Leaf | undefined
  readonly message: Leaf
}

function toldBy(each: Seen): Told | undefined {
  // What tells of the error as a whole stands before what is nested in it.
  const leaves = leavesOf(each.answer).toSorted((one, other) => one.path.length - other.path.length)
  const message = leaves.find(
    ({ path, value }) =>
      typeof value === 'string' && value !== '' && MESSAGE.test(path.at(-1) ?? ''),
  )
  if (message === undefined) return undefined
  const code = leaves.find(
    (leaf) =>
      leaf !== message &&
      (typeof leaf.value === 'number' || typeof leaf.value === 'string') &&
      leaf.value !== each.status &&
      CODE.test(leaf.path.at(-1) ?? '') &&
      String(leaf.value) !== '',
  )
  return { each, code, message }
}

function placesIn({
  each,
  code,
  message,
}: Told): readonly (readonly [readonly string[], string])[] {
  const http = leavesOf(each.answer).filter((leaf) => leaf.value === each.status && leaf !== code)
  return [
    ...(code === undefined ? [] : [[code.path, '{{code}}'] as const]),
    [message.path, '{{message}}'],
    ...http.map(({ path }) => [path, '{{http}}'] as const),
  ]
}
