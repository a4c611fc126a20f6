import type { FormContext } from '../comparison/form-context.ts'
import type { ReportFile } from '../record/report-file.ts'
import { markOf } from '../words/verdict-words.ts'
import { comparisonView } from './comparison-view.ts'
import { document } from './document.ts'
import { filterBar } from './filter-bar.ts'
import { type Html, html } from './html.ts'
import { Room } from './room.ts'
import { runSection } from './run-section.ts'
import { verdictOf } from './verdict.ts'
import { runIndex, verdictBanner } from './verdict-banner.ts'

/** Bytes of violations that are drawn whole, and of those that come after them, in brief. */
const MOST_WHOLE = 2_200_000
const MOST_BRIEF = 800_000
/** A longer record is not kept in the page. */
const LONGEST_RECORD = 1_500_000

/** A report as one page that needs nothing but itself: no network, and no script to be read. */
export function htmlReport(report: ReportFile, { whole, comparison }: FormContext = {}): string {
  const { runs } = report
  const isAlone = runs.length === 1
  const room = new Room(MOST_WHOLE, MOST_BRIEF)
  const isKept = Buffer.byteLength(JSON.stringify(report)) <= LONGEST_RECORD
  return document({
    title: titleOf(report),
    icon: markOf(report),
    ...(isKept ? { record: report } : {}),
    body: html`<a class="skip" href="#main">Skip to the verdict</a>
<div class="top"><b>connector-contract</b><span>${isKept ? html`<button type="button" id="save" class="scripted">Save JSON</button>` : ''}<button type="button" id="theme" class="scripted">Dark</button></span></div>
<main id="main" tabindex="-1">
${verdictBanner(report)}
${comparison === undefined ? '' : comparisonView(comparison)}
${isAlone ? '' : runIndex(runs)}
${runs.length > 1 ? filterBar(runs) : ''}
${runs.map((run, index) => runSection(run, index, room, isAlone ? filterBar(runs) : undefined))}
</main>
<p id="told" class="spoken" role="status"></p>
${footer(runs[0]?.tool, whole)}`,
  })
}

/** Short enough for a tab. */
function titleOf(report: ReportFile): string {
  const { mark, words } = verdictOf(report)
  const [only, ...others] = report.runs
  const target = only === undefined || others.length > 0 ? '' : `${only.target}: `
  return `${mark} ${target}${words} – connector-contract`
}

function footer(tool: string | undefined, whole: string | undefined): Html {
  return html`<footer><p>${tool ?? 'connector-contract'}${whole === undefined ? '' : html`. The whole record: <code>${whole}</code>`}</p></footer>`
}
