import { scopeWords } from '../../../contracts/waiver.ts'
import type { RunReport, WaiverReport } from '../record/run-report.ts'
import { waiverSentence } from '../words/waiver-words.ts'
import type { TestState } from './junit-tests.ts'

/** A test for each waiver of a run: one that is stale is a failure, one that does not count is skipped. */
export function junitWaiverTests({ waivers = [] }: RunReport) {
  return waivers.map((waiver) => ({
    name: `waiver of ${scopeWords(waiver)}`,
    seconds: 0,
    state: stateOf(waiver),
  }))
}

function stateOf(waiver: WaiverReport): TestState {
  const message = waiverSentence(waiver)
  switch (waiver.state) {
    case 'used':
      return { kind: 'passed' }
    case 'stale':
      return { kind: 'failure', type: 'stale', message, text: message }
    case 'expired':
    case 'untried':
      return { kind: 'skipped', message }
  }
}
