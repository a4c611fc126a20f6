import type { RunReport, Timings } from '../record/run-report.ts'
import { type Html, html } from './html.ts'
import { count, duration, idOf, number } from './words.ts'

/** Shown at first; the others are folded. */
const SLOWEST = 12

/** How long each check took, the longest first: a bar for the eye, and the figures. */
export function timingsChart({ timings }: RunReport, index: number): Html {
  const title = html`<h3 id="${idOf(index, 'timings')}">Time</h3>`
  const checks = timings.checks.toSorted((one, other) => other.milliseconds - one.milliseconds)
  const [slowest] = checks
  if (slowest === undefined) return html``
  const table = (part: Timings['checks']) => chart(part, slowest.milliseconds)
  const others = checks.slice(SLOWEST)
  return html`<section aria-labelledby="${idOf(index, 'timings')}">${title}
  <p class="quiet">${duration(timings.milliseconds)} in all, with ${count(timings.jobs, 'worker')} side by side; checks
    run beside each other, so that their times add up to more. A call takes ${duration(timings.callMilliseconds)}.</p>
  ${table(checks.slice(0, SLOWEST))}
  ${others.length === 0 ? '' : html`<details class="more-tables"><summary>${count(others.length, 'more check')}</summary>${table(others)}</details>`}
</section>`
}

function chart(checks: Timings['checks'], longest: number): Html {
  const rows = checks.map(
    ({ check, tried, milliseconds }) => html`<tr role="row">
      <th role="rowheader" scope="row">${check}</th>
      <td role="cell" class="share-cell">${bar(longest === 0 ? 0 : milliseconds / longest)}</td>
      <td role="cell" class="number">${duration(milliseconds)}</td>
      <td role="cell" class="number">${number(tried)}<span class="unit"> cases</span></td></tr>`,
  )
  return html`<table class="timings" role="table">
    <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Check</th><th role="columnheader" scope="col">Share of the longest</th>
      <th role="columnheader" scope="col" class="number">Time</th><th role="columnheader" scope="col" class="number">Cases</th></tr></thead>
    <tbody role="rowgroup">${rows}</tbody>
  </table>`
}

function bar(share: number): Html {
  const width = (share * 100).toFixed(1)
  return html`<svg role="img" aria-label="${Math.round(share * 100)} %" width="100%" height="10" focusable="false"><rect class="track" width="100%" height="10" rx="3"/><rect class="share" width="${width}%" height="10" rx="3"/></svg>`
}
