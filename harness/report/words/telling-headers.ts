import { shorten } from '../../kit/printable.ts'
import { visible } from '../../text/visible.ts'

/** Headers that say which rows are meant, where an API has no parameters for that. By their lower-case names. */
const TELLING = { range: 'Range', 'content-range': 'Content-Range', link: 'Link' } as const
const LONGEST = 160

/** What a request or a response says beyond its URL and body about the page that is meant: `Range: items=0-49`. */
export function tellingHeaders(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(TELLING).flatMap(([name, shown]) => {
    const value = headers[name]
    return value === undefined ? [] : [`${shown}: ${shorten(visible(value), LONGEST)}`]
  })
}
