import type { Description } from '../../contracts/data-source/description.ts'
import type { Mistake } from './mistake.ts'
import { pagedIn } from './modes.ts'
import { namesInPath } from './paths.ts'

/** What carries a query without a name for it. */
const WITHOUT_NAME: readonly string[] = ['body', 'query-string']

/** Values that cannot travel where the description has them travel. */
export function* travelMistakes(description: Description): Generator<Mistake> {
  const { query, operations } = description
  const places = [query.in].flat()
  if (places.includes('header') && query.with !== undefined) {
    const found = 'cannot travel in a header, which holds visible ASCII alone'
    yield { place: 'query.with', found }
  }
  if (places.includes('query-string')) yield* wholeQueryString(query)
  if (query.at === undefined && places.some((place) => !WITHOUT_NAME.includes(place))) {
    yield { place: 'query.at', found: 'is missing: nothing says under which name a query travels' }
  }
  for (const name of Object.keys(operations) as (keyof typeof operations)[]) {
    yield* pathMistakes(name, description)
  }
}

/** A path names what travels in it, and all of that. */
function* pathMistakes(
  name: keyof Description['operations'],
  description: Description,
): Generator<Mistake> {
  const path = description.operations[name]?.path ?? ''
  const place = `operations.${name}.path`
  const own = namesInPath(path).filter((each) => each !== 'id')
  const allowed = travelling(name, description)
  for (const written of own) {
    if (allowed.includes(written)) continue
    yield { place, found: `nothing travels as {${written}}`, written, allowed: ['id', ...allowed] }
  }
  for (const missing of allowed) {
    if (!own.includes(missing))
      yield { place, found: `does not hold {${missing}}, which travels in it` }
  }
}

/** The names under which values travel in the path of an operation. */
function travelling(
  name: keyof Description['operations'],
  description: Description,
): readonly string[] {
  const { query, paging } = description
  const takesQuery = ['create', 'query'].includes(name) && [query.in].flat().includes('path')
  const takesPages = pagedIn(description).includes(name) && 'in' in paging && paging.in === 'path'
  const words = Object.entries(takesPages ? paging : {})
    .filter(([member]) => PARAMETERS.includes(member))
    .map(([, word]) => String(word))
  return [...(takesQuery && query.at !== undefined ? [query.at] : []), ...words]
}

/** The members of paging styles that name a parameter. */
const PARAMETERS = ['offset', 'limit', 'page', 'size', 'cursor']

function* wholeQueryString(query: Description['query']): Generator<Mistake> {
  if (Array.isArray(query.in)) {
    const found = 'query-string is all of a query, and goes with nothing else'
    yield { place: 'query.in', found }
  } else if (query.at !== undefined) {
    yield { place: 'query.at', found: 'is there, though the query is the whole query string' }
  }
}
