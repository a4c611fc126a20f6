import { isDeepStrictEqual } from 'node:util'
import { because, type Of, type Verdict } from './verdict.ts'

/** Of these the API promises a value in every row. */
const NEVER_EMPTY: readonly string[] = ['id', 'time']

/** How rows say that a field has no value. Which fields have gaps depends on the rows; how they look does not. */
export function compareGaps({ value: url }: Of<'gaps'>, { value: against }: Of<'gaps'>): Verdict {
  if (isDeepStrictEqual(url, against)) return 'agrees'
  const fields = [...new Set([...Object.keys(url), ...Object.keys(against)])]
  const isOdd = (field: string) => {
    const [one, other] = [url[field], against[field]]
    if (one !== undefined && other !== undefined) return !isDeepStrictEqual(one, other)
    return NEVER_EMPTY.includes(field)
  }
  if (fields.some(isOdd)) return 'differs'
  const only = (one: typeof url, other: typeof url) => {
    const names = fields.filter((field) => one[field] !== undefined && other[field] === undefined)
    return names.length === 0 ? undefined : `only here there are rows without ${names.join(', ')}`
  }
  return because({ url: only(url, against), against: only(against, url) })
}
