import type { ReportFile } from '../record/report-file.ts'
import type { RunReport } from '../record/run-report.ts'
import { type Html, html } from './html.ts'
import type { Verdict } from './verdict.ts'
import { verdictOf, verdictOfRun } from './verdict.ts'
import { idOf, mark } from './words.ts'

/** The verdict at the top, which nobody can miss. */
export function verdictBanner(report: ReportFile): Html {
  const verdict = verdictOf(report)
  const [only, ...others] = report.runs
  const target = only !== undefined && others.length === 0 ? only.target : undefined
  return html`
<header class="verdict ${verdict.kind}">
  <span class="seal" aria-hidden="true">${verdict.mark}</span>
  <div>
  <p class="badge">${verdict.word}</p>
  <h1>${verdict.words}</h1>
  ${target === undefined ? '' : html`<p class="target"><code>${target}</code></p>`}
  ${verdict.kind === 'incomplete' ? html`<p>Nobody may rely on it: what was not found may only not have been tried.</p>` : ''}
  </div>
</header>`
}

/** The verdict of one run, where it does not stand at the top. */
export function runHeading(run: RunReport, index: number): Html {
  const verdict: Verdict = verdictOfRun(run)
  return html`
<header class="run-heading ${verdict.kind}">
  <h2 id="${idOf(index, 'heading')}"><code>${run.target}</code></h2>
  <p class="badge">${mark(verdict.mark)}${verdict.word}</p>
  <p>${verdict.words}</p>
</header>`
}

/** The runs of a page with several of them. */
export function runIndex(runs: readonly RunReport[]): Html {
  const items = runs.map((run, index) => {
    const verdict = verdictOfRun(run)
    return html`<li class="${verdict.kind}"><span class="badge">${mark(verdict.mark)}${verdict.word}</span>
      <a href="#${idOf(index, 'heading')}"><code>${run.target}</code></a> <span>${verdict.words}</span></li>`
  })
  return html`<nav class="runs" aria-label="Runs"><ul>${items}</ul></nav>`
}
