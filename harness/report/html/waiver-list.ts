import type { RunReport } from '../record/run-report.ts'
import { WAIVER_STATE_WORDS, waiverSentence } from '../words/waiver-words.ts'
import { type Html, html } from './html.ts'

/** What became of the waivers that a run was given. */
export function waiverList({ waivers = [] }: RunReport): Html {
  if (waivers.length === 0) return html``
  const items = waivers.map(
    (waiver) =>
      html`<li class="${waiver.state}"><b>${WAIVER_STATE_WORDS[waiver.state]}</b> ${waiverSentence(waiver)}</li>`,
  )
  return html`<section><h3>Waivers</h3><ul class="waivers">${items}</ul></section>`
}
