import { isDeepStrictEqual } from 'node:util'
import { because, type Of, type Verdict } from './verdict.ts'

/** The types of one field's values. Where every row lacks a value nothing is known. */
export function compareTypes(url: Of<'types'>, against: Of<'types'>): Verdict {
  if (url.value.length > 0 && against.value.length > 0) {
    return isDeepStrictEqual(url.value, against.value) ? 'agrees' : 'differs'
  }
  const never = 'no row that was seen has a value'
  return because({
    url: url.value.length === 0 ? never : undefined,
    against: against.value.length === 0 ? never : undefined,
  })
}

/** A field that is at one side alone, `seen` there. */
export function compareMissingField(seen: Of<'types'>): Verdict {
  if (seen.isEverywhere) return 'differs'
  return { because: 'it is in some rows of one side alone, and may be in other rows of the other' }
}
