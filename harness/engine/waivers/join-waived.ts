import type { WaivedViolation } from '../found/result.ts'
import { brokenBy } from './covers.ts'

/**
 * What is waived in one and in another part of the same check. What was found first stands for all that the
 * same waivers cover of the same method.
 */
export function joinWaived(
  first: readonly WaivedViolation[],
  then: readonly WaivedViolation[],
): readonly WaivedViolation[] {
  const known = new Set(first.map(keyOf))
  return [...first, ...then.filter((each) => !known.has(keyOf(each)))]
}

function keyOf({ violation, by }: WaivedViolation): string {
  return `${by.join(' ')} ${brokenBy(violation).method ?? ''}`
}
