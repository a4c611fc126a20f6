import { isDeepStrictEqual } from 'node:util'
import { BASES, basisOf } from '../../../contracts/basis.ts'
import { clauseOf } from '../../../contracts/clauses.ts'
import type { ReportedViolation } from '../record/run-report.ts'

/** Violations that have one cause, as far as can be seen: the one that is shown, and the others. */
export interface Cause {
  readonly lead: ReportedViolation
  readonly others: readonly ReportedViolation[]
}

/** Shorter answers than that (`0`, `null`) may be alike by chance. */
const SHORTEST_TELLING = 5

/**
 * Groups violations by their cause, and by what waives them: those explained alike, and those in which the same method gave the same
 * answer, ids and numbers aside, unless they are explained differently. The one shown is
 * a MUST before a SHOULD, and one that is explained before one that is not. MUST comes before SHOULD, within a level what
 * rests on the guide, and the widest first; what is waived comes last.
 */
export function byCause(violations: readonly ReportedViolation[]): readonly Cause[] {
  const groups: ReportedViolation[][] = []
  for (const violation of violations) {
    const group = groups.find((members) => members.some((member) => sameCause(member, violation)))
    if (group === undefined) groups.push([violation])
    else group.push(violation)
  }
  const causes = groups.flatMap((members) => {
    const [lead, ...others] = members.toSorted((one, other) => rankOf(one) - rankOf(other))
    return lead === undefined ? [] : [{ lead, others }]
  })
  const isWaived = ({ lead }: Cause) => lead.waiver !== undefined
  const ordered = causes.toSorted(
    (one, other) => placeOf(one) - placeOf(other) || widthOf(other) - widthOf(one),
  )
  return [...ordered.filter((cause) => !isWaived(cause)), ...ordered.filter(isWaived)]
}

/** By its level, and within one by what the clause rests on. */
function placeOf({ lead: { level, clause } }: Cause): number {
  const basis = BASES.indexOf(basisOf(clauseOf(clause)))
  return (level === 'MUST' ? 0 : BASES.length) + basis
}

/** How far a cause reaches: what breaks by it. Those that break as much stay in the order of the contract. */
function widthOf({ others }: Cause): number {
  return others.length
}

function rankOf({ level, explanation }: ReportedViolation): number {
  return (level === 'MUST' ? 0 : 2) + (explanation.length > 0 ? 0 : 1)
}

function sameCause(one: ReportedViolation, other: ReportedViolation): boolean {
  if (methodOf(one) !== methodOf(other)) return false
  // What is waived must not stand among the others of what is not, nor the other way round.
  if (!isDeepStrictEqual(one.waiver, other.waiver)) return false
  const shared = one.explanation.some((words) => other.explanation.includes(words))
  if (shared) return true
  if (one.explanation.length > 0 && other.explanation.length > 0) return false
  const [mine, theirs] = [essenceOf(one.actual), essenceOf(other.actual)]
  return mine.length >= SHORTEST_TELLING && mine === theirs
}

function methodOf({ transcript }: ReportedViolation): string | undefined {
  return transcript.at(-1)?.method
}

/** Without what differs from case to case: ids, numbers, and what an error that nobody caught says. */
function essenceOf(actual: string): string {
  return actual
    .replace(/^(an exception: \w*Error\b).*$/, '$1')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '#')
    .replaceAll(/evt-[0-9a-f]+-\d+/g, '#')
    .replaceAll(/\d+/g, '#')
}
