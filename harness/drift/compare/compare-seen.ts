import { isDeepStrictEqual } from 'node:util'
import type { Seen } from '../observed.ts'
import { compareGaps } from './compare-gaps.ts'
import { compareOrders } from './compare-orders.ts'
import { compareSizes } from './compare-sizes.ts'
import { compareTypes } from './compare-types.ts'
import { because, type Verdict } from './verdict.ts'

/** Compares what was seen of the same thing at both sides. */
export function compareSeen(url: Seen, against: Seen): Verdict {
  if (url.kind === 'unknown' || against.kind === 'unknown') {
    const reason = (seen: Seen) => (seen.kind === 'unknown' ? seen.reason : undefined)
    return because({ url: reason(url), against: reason(against) })
  }
  if (url.kind === 'order' && against.kind === 'order') return compareOrders(url, against)
  if (url.kind === 'size' && against.kind === 'size') return compareSizes(url, against)
  if (url.kind === 'types' && against.kind === 'types') return compareTypes(url, against)
  if (url.kind === 'gaps' && against.kind === 'gaps') return compareGaps(url, against)
  if (url.kind === 'forms' && against.kind === 'forms') {
    return url.value.some((form) => against.value.includes(form)) ? 'agrees' : 'differs'
  }
  return isDeepStrictEqual(url, against) ? 'agrees' : 'differs'
}
