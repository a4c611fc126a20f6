import { type CheckResult, type WaivedViolation, waivedIn } from '../result.ts'
import { brokenBy } from './covers.ts'

/**
 * What is waived in one and in another result of the same check. What was found first stands for all that the
 * same waivers cover of the same method.
 */
export function joinWaived(first: CheckResult, then: CheckResult): readonly WaivedViolation[] {
  const known = new Set(waivedIn(first).map(keyOf))
  return [...waivedIn(first), ...waivedIn(then).filter((each) => !known.has(keyOf(each)))]
}

function keyOf({ violation, by }: WaivedViolation): string {
  return `${by.join(' ')} ${brokenBy(violation).method ?? ''}`
}
