import { scopeWords } from '../../../contracts/waiver.ts'
import { visible } from '../../text/visible.ts'
import type { RunReport, WaiverReport, WaiverState } from '../record/run-report.ts'

/** What became of a waiver, in a word. */
export const WAIVER_STATE_WORDS = {
  used: 'in use',
  stale: 'stale',
  expired: 'expired',
  untried: 'not tried',
} as const satisfies Record<WaiverState, string>

/** Why a violation is waived, in words: `waived until 2026-12-31 by team-abc: …`. */
export function waivedWords({
  expires,
  owner,
  reason,
  issue,
}: Omit<WaiverReport, 'state'>): string {
  return visible(`waived until ${expires} by ${owner}: ${reason} (${issue})`)
}

/** What became of a waiver, as a sentence without its full stop. */
export function waiverSentence(waiver: WaiverReport): string {
  const { state, expires, owner, issue } = waiver
  const subject = `the waiver of ${scopeWords(waiver)}`
  switch (state) {
    case 'used':
      return `${subject} is in use: ${waivedWords(waiver)}`
    case 'stale':
      return visible(
        `${subject} is stale: it matches nothing any more, so remove it (${owner}, ${issue})`,
      )
    case 'expired':
      return visible(
        `${subject} has expired: it counted until ${expires}, and not any more (${owner}, ${issue})`,
      )
    case 'untried':
      return visible(
        `${subject} is not tried: this run cannot tell whether it matches anything (until ${expires}, ${owner}, ${issue})`,
      )
  }
}

/** The waivers of a run that ended so. */
export function waiversThatAre(
  { waivers = [] }: Pick<RunReport, 'waivers'>,
  state: WaiverState,
): readonly WaiverReport[] {
  return waivers.filter((waiver) => waiver.state === state)
}
