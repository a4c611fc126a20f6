import { brief } from '../brief/brief-json.ts'
import { type Html, html } from './html.ts'
import { number } from './words.ts'

/** What stands on a line or two is not folded. */
const SHORT = 150
const SUMMARY = 110
/** The record has the whole. */
const LONGEST = 3_000

/** A body or an answer: on one line where it is short, else folded, and cut where it is very long. */
export function bodyText(text: string, truncated = false): Html {
  if (text === '') return html``
  if (text.length <= SHORT && !truncated) return html`<code class="body">${text}</code>`
  const pretty = laidOut(text)
  const left = pretty.length - LONGEST
  const cut = left > 0 ? `${pretty.slice(0, LONGEST)}\n… ${number(left)} more characters` : pretty
  const end = truncated ? html`\n… it went on; the journal keeps no more` : ''
  return html`<details class="body"><summary><code>${brief(text, SUMMARY)}</code></summary><pre tabindex="0">${cut}${end}</pre></details>`
}

/** JSON over several lines, anything else as it is. */
function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
