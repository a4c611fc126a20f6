import { MASK } from '../../../contracts/secrets/secret-masker.ts'
import { type Leaf, leavesOf, rowsIn, type Seen } from './seen.ts'

/** The operations that a recording shows, each by the exchanges of it. */
export interface Operations {
  /** Gives out what all later requests are made with. */
  readonly logIn: readonly Seen[]
  readonly ping: readonly Seen[]
  /** Makes a search; empty where queries are answered at once. */
  readonly create: readonly Seen[]
  readonly status: readonly Seen[]
  readonly results: readonly Seen[]
  readonly delete: readonly Seen[]
  /** Those that were refused, whatever they asked. */
  readonly errors: readonly Seen[]
  /** Where the id of a search is in what `create` answers, and those that were given out. */
  readonly idAt: Leaf['path'] | undefined
  readonly ids: readonly string[]
}

const SHORTEST_ID = 4

/** Tells operations apart by what an answer gives out and later requests take. */
export function operationsIn(all: readonly Seen[]): Operations {
  const errors = all.filter(({ status }) => status >= 400)
  const right = all.filter(({ status }) => status < 300)
  const logIn = right.filter(({ answer }) => leavesOf(answer).some(({ value }) => value === MASK))
  const others = right.filter((each) => !logIn.includes(each))
  const made = others.flatMap((each) => idIn(each, others) ?? [])
  const [first] = made
  const create = first === undefined ? [] : others.filter((each) => isLike(each, first.by))
  const ids = create.flatMap(({ answer }) => leafAt(answer, first?.at)?.value ?? []).map(String)
  const about = others.filter((each) => !create.includes(each) && ids.some((id) => names(each, id)))
  const aside = others.filter((each) => !create.includes(each) && !about.includes(each))
  const paged = (each: Seen) => rowsIn(each.answer) !== undefined
  const isDelete = ({ method }: Seen) => method === 'DELETE'
  const results = (first === undefined ? aside : about).filter(
    (each) => !isDelete(each) && paged(each),
  )
  const usual = results.at(0)
  return {
    ...{ logIn, errors, ids, create, idAt: first?.at },
    results: usual === undefined ? [] : results.filter((each) => isLikeBut(each, usual, ids)),
    status: about.filter((each) => !isDelete(each) && !paged(each)),
    delete: about.filter(isDelete),
    ping: aside.filter(({ method, path }) => method === 'GET' && path !== usual?.path),
  }
}

/** What of an answer is named by a later request, and is no part of its own. */
function idIn(by: Seen, all: readonly Seen[]) {
  const later = all.filter(({ n }) => n > by.n)
  const rows = rowsIn(by.answer)
  const leaf = leavesOf(by.answer).find(
    ({ value, path }) =>
      (typeof value === 'string' || typeof value === 'number') &&
      String(value).length >= SHORTEST_ID &&
      rows?.path.every((part, at) => path[at] === part) !== true &&
      later.some((each) => !isLike(each, by) && names(each, String(value))),
  )
  return leaf === undefined ? undefined : { by, at: leaf.path }
}

function isLike(one: Seen, other: Seen): boolean {
  return one.method === other.method && one.path === other.path
}

function isLikeBut(one: Seen, other: Seen, ids: readonly string[]): boolean {
  return one.method === other.method && pathOf(one.path, ids) === pathOf(other.path, ids)
}

/** Whether a request names it: as a part of its path, or as a parameter. */
export function names({ path, sent }: Seen, id: string): boolean {
  const parts = path.split('/').map((part) => decoded(part))
  return parts.includes(id) || sent.some(({ value }) => value === id)
}

/** A path with `{id}` where the id of a search is. */
export function pathOf(path: string, ids: readonly string[]): string {
  return path
    .split('/')
    .map((part) => (ids.includes(decoded(part)) ? '{id}' : part))
    .join('/')
}

export function leafAt(value: unknown, path: Leaf['path'] | undefined): Leaf | undefined {
  return leavesOf(value).find((leaf) => leaf.path.join('\n') === path?.join('\n'))
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
