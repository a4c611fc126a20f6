import type { Description } from '../../contracts/data-source/description.ts'
import type { Queries } from '../../contracts/data-source/queries.ts'
import { type Carrier, carriedAt } from './carried.ts'
import { filledText } from './template.ts'

type Described = Description['query']

const ESCAPES: Readonly<Record<Described['escape'], (text: string) => string>> = {
  sql: (text) => text.replaceAll("'", "''"),
  backslash: (text) => text.replaceAll(/[\\'"]/g, '\\$&'),
  json: (text) => JSON.stringify(text).slice(1, -1),
  none: (text) => text,
}

/** The texts that a description gives in its data source's language. */
export function queriesOf(query: Described): Queries {
  const { all, refused, longest, with: template } = query
  const some = (n: number) => filledText(query.some, { n: String(n) })
  return {
    all,
    ...(refused !== undefined && { refused }),
    ...(longest !== undefined && { longest }),
    examples: [all, some(1)],
    some,
    ...(template !== undefined && {
      with: (text: string) => filledText(template, { text: ESCAPES[query.escape](text) }),
    }),
  }
}

/** The queries that a request carries, in whichever of the places where the API takes one. */
export function queriesIn(carrier: Carrier, query: Described): readonly unknown[] {
  const places = Array.isArray(query.in) ? query.in : [query.in]
  return places.flatMap((place) => carriedAt(carrier, place, query.at ?? ''))
}
