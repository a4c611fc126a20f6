import { joinWaived } from '../waivers/join-waived.ts'
import { joinAnswers } from './judged-answers.ts'
import { type CheckResult, type NotShown, waivedIn } from './result.ts'

/** What a check says after one more round of it. */
export function afterRound(before: CheckResult | undefined, now: CheckResult): CheckResult {
  const answers = joinAnswers(before?.answers, now.answers)
  return {
    ...verdictAfter(before, now),
    ...(now.cutShort === true ? { cutShort: true } : {}),
    ...(answers === undefined ? {} : { answers }),
  }
}

function verdictAfter(before: CheckResult | undefined, now: CheckResult): CheckResult {
  if (before?.state === 'not-shown') return afterUnshown(before, now)
  if (before?.state !== 'held' && before?.state !== 'waived') return now
  // That a further round says nothing of the connector takes nothing away from those before it.
  if (now.state === 'not-applicable') return before
  if (now.state === 'undecided') return now
  if (now.state === 'not-shown') return { ...before, cases: before.cases + now.cases }
  const cases = before.cases + now.cases
  const waived = joinWaived(waivedIn(before), waivedIn(now))
  if (now.state === 'violated') return { ...now, cases, ...(waived.length > 0 ? { waived } : {}) }
  if (waived.length === 0) return { ...before, cases }
  const { leftOut, matrix } = before
  return {
    ...{ state: 'waived', cases, waived },
    ...(now.state === 'waived' && now.isLast === true ? { isLast: true } : {}),
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(matrix === undefined ? {} : { matrix }),
  }
}

/** Whatever the further round says counts, over the cases of both. */
function afterUnshown(before: NotShown, now: CheckResult): CheckResult {
  if (now.state === 'not-applicable') return before
  if (now.state === 'undecided') return now
  const { leftOut, matrix } = before
  return {
    ...now,
    cases: before.cases + now.cases,
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(matrix === undefined ? {} : { matrix }),
  }
}
