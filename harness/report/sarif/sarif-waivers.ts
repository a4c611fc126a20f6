import { scopeWords } from '../../../contracts/waiver.ts'
import type { ReportedViolation, RunReport, WaiverState } from '../record/run-report.ts'
import { waivedWords, waiverSentence } from '../words/waiver-words.ts'

/** A violation that is waived is a result that is suppressed, from outside of the source. */
export function suppressionsOf({ waiver }: ReportedViolation, { waivers }: RunReport) {
  // SARIF asks for the member in all results of a run or in none.
  if (waivers === undefined) return {}
  if (waiver === undefined) return { suppressions: [] }
  return {
    suppressions: [
      {
        kind: 'external',
        status: 'accepted',
        justification: waivedWords(waiver),
        properties: { ...waiver },
      },
    ],
  }
}

const LEVELS = {
  stale: 'error',
  expired: 'warning',
  used: 'none',
  untried: 'note',
} as const satisfies Record<WaiverState, string>

/** What became of the waivers of a run, which are a matter of its configuration. */
export function waiverNotifications({ waivers }: RunReport) {
  if (waivers === undefined) return {}
  return {
    toolConfigurationNotifications: waivers.map((waiver) => ({
      level: LEVELS[waiver.state],
      message: { text: `${waiverSentence(waiver)}.` },
      properties: { waiver: scopeWords(waiver), state: waiver.state },
    })),
  }
}
