import { headerOf } from '../exchange.ts'
import { leavesOf, rowsIn, type Seen } from './seen.ts'

/** How a recording pages through results, with why one thinks so. */
export interface PagingGuess {
  readonly paging: Readonly<Record<string, unknown>>
  readonly why: string
  /** What stands in the answer's own words for a placeholder. */
  readonly places: readonly (readonly [readonly string[], string])[]
}

const LIMIT = /limit|count|size|max|per_?page|rows|top/i
const TOTAL = /total|count|hits/i

/** What tells one request for results from another is what pages are asked for by. */
export function pagingIn(results: readonly Seen[]): PagingGuess {
  const places = totalIn(results)
  const guess =
    byRange(results) ??
    byCursor(results) ??
    byLink(results) ??
    byNumber(results) ??
    byLimit(results)
  if (guess === undefined) {
    const why = 'no request for results has a parameter that tells a page'
    return { paging: { style: 'whole' }, why, places }
  }
  return { ...guess, places: [...places, ...guess.places] }
}

type Guess = PagingGuess | undefined

function byRange(results: readonly Seen[]): Guess {
  for (const { n, headers } of results) {
    const range = headerOf(headers, 'range')
    const [, unit] = /^([A-Za-z-]+)=\d+-\d*$/.exec(range ?? '') ?? []
    if (unit === undefined || unit === 'bytes') continue
    const why = `exchange ${n} asks for Range: ${range}`
    return { paging: { style: 'range-header', unit }, why, places: [] }
  }
  return undefined
}

/** A parameter that holds what the answer before has given. */
function byCursor(results: readonly Seen[]): Guess {
  for (const later of results) {
    for (const { at, in: where, value } of later.sent) {
      if (value.length < 4) continue
      for (const former of results) {
        if (former.n >= later.n) continue
        const leaf = leavesOf(former.answer).find((each) => each.value === value)
        if (leaf === undefined) continue
        const limit = limitIn(later)
        const why = `exchange ${later.n} sends as ${at} what exchange ${former.n} answers in ${leaf.path.join('.')}`
        return {
          paging: { style: 'cursor', ...inOf(where), cursor: at, limit: limit?.at ?? 'limit' },
          ...{ why, places: [[leaf.path, '{{next}}']] },
        }
      }
    }
  }
  return undefined
}

function byLink(results: readonly Seen[]): Guess {
  for (const { n, sent, answerHeaders } of results) {
    const links = answerHeaders.filter(([name]) => name.toLowerCase() === 'link')
    const next = links
      .map(([, value]) => /<([^>]*)>;\s*rel="?next"?/.exec(value)?.[1])
      .find(Boolean)
    if (next === undefined) continue
    const known = sent.map(({ at }) => at)
    const names = [...new URL(next, 'http://localhost').searchParams.keys()]
    const cursor = names.find((name) => !known.includes(name)) ?? names.at(-1) ?? 'after'
    const limit = names.find((name) => LIMIT.test(name)) ?? 'limit'
    const why = `exchange ${n} answers with a Link to the next page`
    return { paging: { style: 'link-header', cursor, limit }, why, places: [] }
  }
  return undefined
}

/** A number that goes up: by one it is a page's, by more a row's. */
function byNumber(results: readonly Seen[]): Guess {
  const limit = results.map(limitIn).find(Boolean)
  for (const { at, in: where } of results.flatMap(({ sent }) => sent)) {
    if (at === limit?.at) continue
    const values = results.flatMap(({ sent }) => sent.find((each) => each.at === at)?.value ?? [])
    if (!values.every((value) => /^\d+$/.test(value)) || new Set(values).size < 2) continue
    const numbers = [...new Set(values.map(Number))].toSorted((one, other) => one - other)
    const step = (numbers[1] ?? 0) - (numbers[0] ?? 0)
    const why = `${at} is ${numbers.slice(0, 4).join(', ')} in the requests for results`
    const size = limit?.at ?? 'limit'
    return step === 1 && numbers.length > 2
      ? {
          paging: {
            style: 'page-number',
            ...inOf(where),
            page: at,
            size,
            first: Math.min(1, numbers[0] ?? 1),
          },
          why,
          places: [],
        }
      : {
          paging: { style: 'offset-limit', ...inOf(where), offset: at, limit: size },
          why,
          places: [],
        }
  }
  return undefined
}

function byLimit(results: readonly Seen[]): Guess {
  const limit = results.map(limitIn).find(Boolean)
  if (limit === undefined) return undefined
  const why = `${limit.at} is the one parameter of requests for results that is a number of rows`
  return { paging: { style: 'limit', ...inOf(limit.in), limit: limit.at }, why, places: [] }
}

function limitIn({ sent }: Seen) {
  return sent.find(({ at, value }) => LIMIT.test(at) && /^\d+$/.test(value))
}

function inOf(where: string) {
  return where === 'query' ? {} : { in: where }
}

function totalIn(results: readonly Seen[]): readonly (readonly [readonly string[], string])[] {
  const [first] = results
  const rows = rowsIn(first?.answer)
  const isOfRows = (path: readonly string[]) => rows?.path.every((part, at) => path[at] === part)
  const total = leavesOf(first?.answer).find(
    ({ path, value }) =>
      typeof value === 'number' &&
      TOTAL.test(path.at(-1) ?? '') &&
      value >= (rows?.rows.length ?? 0) &&
      isOfRows(path) !== true,
  )
  return total === undefined ? [] : [[total.path, '{{total}}']]
}
