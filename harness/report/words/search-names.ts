import type { Violation } from '../../engine/found/result.ts'

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
/** Of other forms those that are too long to be read, and have nothing about them that a reader has to see. */
const LONG_ID = /^[\w.-]{12,}$/

/** Short names for the searches of a violation, whose ids are too long to be told apart at a glance. */
export interface SearchNames {
  /** The text with each id that has a name replaced by it. */
  rename(text: string): string
  /** The ids with their names, in the order of the names. */
  readonly ids: ReadonlyMap<string, string>
}

/** Names that are none: for texts that stand alone. */
export const NO_NAMES: SearchNames = { rename: (text) => text, ids: new Map() }

/** Names the searches as they come: first those of the data source, then any others that are spoken of. */
export function searchNames({
  snapshot,
  transcript,
}: Pick<Violation, 'snapshot' | 'transcript'>): SearchNames {
  const spoken = transcript.flatMap(({ arguments: args, answer, exchanges }) => [
    ...args,
    answer,
    ...exchanges.flatMap(({ request, response }) => [request.path, response?.body ?? '']),
  ])
  const known = snapshot.searches.map(({ id }) => id)
  const long = known.filter((id) => LONG_ID.test(id)).map((id) => id.replaceAll('.', '\\.'))
  // The longest first: one id may begin with another.
  long.sort((one, other) => other.length - one.length)
  const anyId = new RegExp([...long, UUID].join('|'), 'g')
  const found = [...known, ...spoken].flatMap((text) => text.match(anyId) ?? [])
  const ids = new Map([...new Set(found)].map((id, index) => [id, `S${index + 1}`]))
  return { rename: (text) => text.replace(anyId, (id) => ids.get(id) ?? id), ids }
}
