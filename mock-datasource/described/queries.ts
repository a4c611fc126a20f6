import type { Description } from '../../contracts/data-source/description.ts'
import type { Queries } from '../../contracts/data-source/queries.ts'
import { type CarriedIn, type Carrier, carriedAt } from './carried.ts'
import { canonicalQueryString, isQueryString, queryStringIn } from './query-string.ts'
import { filledText } from './template.ts'

type Described = Description['query']
type Escape = Exclude<Described['escape'], readonly string[]>

const ESCAPES: Readonly<Record<Escape, (text: string) => string>> = {
  sql: (text) => text.replaceAll("'", "''"),
  backslash: (text) => text.replaceAll(/[\\'"]/g, '\\$&'),
  json: (text) => JSON.stringify(text).slice(1, -1),
  url: (text) => encodeURIComponent(text.toWellFormed()),
  none: (text) => text,
}

/**
 * The texts that a description gives in its data source's language.
 *
 * @param paging the parameters that are not the query's, where it is a whole query string.
 */
export function queriesOf(query: Described, paging: readonly string[]): Queries {
  const { all, refused, with: template } = query
  const longest = query.longest ?? longestIn(query.in)
  const some = (n: number) => filledText(query.some, { n: String(n) })
  return {
    all,
    ...(refused !== undefined && { refused }),
    ...(longest !== undefined && { longest }),
    examples: [all, some(1)],
    some,
    ...(template !== undefined && {
      with: (text: string) => filledText(template, { text: escaped(text, query.escape) }),
    }),
    ...(isQueryString(query) && {
      canonical: (text: string) => canonicalQueryString(text, paging),
    }),
  }
}

/** What a server takes in the head of a request bounds a query that travels nowhere else, whoever says nothing. */
function longestIn(where: Described['in']): number | undefined {
  const isInHead = [where].flat().every((place) => IN_HEAD.includes(place))
  return isInHead ? LONGEST_IN_HEAD : undefined
}

const IN_HEAD: readonly string[] = ['query', 'query-string', 'header', 'path']
/** In characters: percent-encoding makes three bytes of one in ASCII, and Node.js takes 16 KiB. */
const LONGEST_IN_HEAD = 4_000

/** The queries that a request carries, in whichever of the places where the API takes one. */
export function queriesIn(
  carrier: Carrier,
  query: Described,
  paging: readonly string[],
): readonly unknown[] {
  if (isQueryString(query)) return [queryStringIn(carrier, paging)]
  const places = Array.isArray(query.in) ? query.in : [query.in]
  return places
    .filter((place): place is CarriedIn => place !== 'query-string')
    .flatMap((place) => carriedAt(carrier, place, query.at ?? ''))
}

function escaped(text: string, by: Described['escape']): string {
  const ways = Array.isArray(by) ? by : [by]
  return ways.reduce((so, way) => ESCAPES[way](so), text)
}
