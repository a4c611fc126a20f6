import type { Extent } from '../../engine/found/extent.ts'
import { visible } from '../../text/visible.ts'

/** A longer list of values says less than the case itself. */
const LONGEST_LIST = 100

/** How far a violation reaches, in words; undefined where one case is all that is known. */
export function extentWords({ failed, tried, by, of: counted }: Extent): string | undefined {
  if (tried < 2) return undefined
  const of = counted ?? 'cases'
  const count = failed === tried ? `all ${tried} ${of}` : `${failed} of ${tried} ${of}`
  const parts = Object.entries(by).flatMap(([name, values]) => {
    const isWhole = values.held.length === 0
    if (name === 'method') {
      return isWhole ? [`in all of ${listed(values.failed)}`] : [`in ${listed(values.failed)} only`]
    }
    const which = listed(values.failed)
    return isWhole || which.length > LONGEST_LIST ? [] : [`with ${name} ${which} only`]
  })
  return visible([count, ...parts].join(', '))
}

function listed(values: readonly string[]): string {
  const words = values.map((value) => (value === '' ? '""' : value))
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
