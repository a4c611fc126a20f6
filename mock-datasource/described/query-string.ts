import type { Description } from '../../contracts/data-source/description.ts'
import { type Carrier, queryStringOf } from './carried.ts'

/** Whether a query is all of a URL's query string but the parameters of paging. */
export function isQueryString({ in: where }: Description['query']): boolean {
  return where === 'query-string'
}

/** The query of a request, as it was sent. */
export function queryStringIn(carrier: Carrier, paging: readonly string[]): string {
  return queryStringOf(carrier)
    .split('&')
    .filter((piece) => piece !== '' && !paging.includes(nameOf(piece)))
    .join('&')
}

/**
 * A form in which such queries are equal where every reader of URLs finds the same parameters with the same values
 * in them, whatever their order and the blanks around them.
 */
export function canonicalQueryString(text: string, paging: readonly string[]): string {
  const parameters = new URLSearchParams(text.replaceAll(/[\t\n\r]/g, ''))
  const found = [...parameters].map(([name, value]) => [name.trim(), value.trim()] as const)
  const own = found.filter(([name]) => !paging.includes(name))
  return JSON.stringify(own.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)))
}

function nameOf(piece: string): string {
  const [[name] = ['']] = [...new URLSearchParams(piece)]
  return name
}
