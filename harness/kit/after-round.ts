import { type CheckResult, type WaivedViolation, waivedIn } from './result.ts'
import { brokenBy } from './waivers/covers.ts'

/** What a check says after one more round of it. */
export function afterRound(before: CheckResult | undefined, now: CheckResult): CheckResult {
  if (before?.state !== 'held' && before?.state !== 'waived') return now
  // That a further round says nothing of the connector takes nothing away from those before it.
  if (now.state === 'not-applicable') return before
  if (now.state === 'undecided') return now
  const cases = before.cases + now.cases
  const waived = together(waivedIn(before), waivedIn(now))
  if (now.state === 'violated') return { ...now, cases, ...(waived.length > 0 ? { waived } : {}) }
  if (waived.length === 0) return { ...before, cases }
  const { leftOut, matrix } = before
  return {
    ...{ state: 'waived', cases, waived },
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(matrix === undefined ? {} : { matrix }),
  }
}

/** What was found first stands for all that the same waivers cover of the same method. */
function together(
  before: readonly WaivedViolation[],
  now: readonly WaivedViolation[],
): readonly WaivedViolation[] {
  const known = new Set(before.map(keyOf))
  return [...before, ...now.filter((each) => !known.has(keyOf(each)))]
}

function keyOf({ violation, by }: WaivedViolation): string {
  return `${by.join(' ')} ${brokenBy(violation).method ?? ''}`
}
