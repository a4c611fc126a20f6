import type { CallTimes } from '../../engine/found/call-times.ts'
import type { RunReport } from '../record/run-report.ts'
import { timeWords } from '../words/time-words.ts'
import { type Html, html } from './html.ts'
import { duration, idOf, number } from './words.ts'

const PARTS = [
  ['connector', 'Connector'],
  ['dataSource', 'Data source'],
  ['harness', 'Harness'],
] as const

/** Where the time of each method's calls went: a bar for the eye, as long as a call of it, and the figures. */
export function callsChart(
  { driver, timings }: Pick<RunReport, 'driver' | 'timings'>,
  index: number,
): Html {
  const { calls = [] } = timings
  const longest = Math.max(...calls.map(aCall))
  if (calls.length === 0) return html``
  const title = html`<h3 id="${idOf(index, 'calls')}">Whose time</h3>`
  const rows = calls.map(
    (times) => html`<tr role="row">
      <th role="rowheader" scope="row"><code>${times.method}</code></th>
      <td role="cell" class="share-cell">${bar(times, longest)}</td>
      <td role="cell" class="number">${duration(aCall(times))}</td>
      ${PARTS.map(([part, name]) => html`<td role="cell" class="number part"><span class="unit">${name} </span>${duration(times[part] / times.count)}</td>`)}
      <td role="cell" class="number">${number(times.count)}<span class="unit"> ${times.count === 1 ? 'call' : 'calls'}</span></td></tr>`,
  )
  return html`<section aria-labelledby="${idOf(index, 'calls')}">${title}
  <p class="quiet">${timeWords({ driver, timings }).join(' ')}</p>
  <p class="quiet legend">${PARTS.map(([part, name]) => html`<span><svg width="10" height="10" aria-hidden="true" focusable="false"><rect class="spent-${part}" width="10" height="10" rx="2"/></svg> ${name}</span> `)}</p>
  <table class="timings calls" role="table">
    <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Method</th><th role="columnheader" scope="col">Shares</th>
      <th role="columnheader" scope="col" class="number">A call</th>${PARTS.map(([, name]) => html`<th role="columnheader" scope="col" class="number">${name}</th>`)}
      <th role="columnheader" scope="col" class="number">Calls</th></tr></thead>
    <tbody role="rowgroup">${rows}</tbody>
  </table>
</section>`
}

/** What a call of the method took on average, in milliseconds. */
function aCall({ count, connector, dataSource, harness }: CallTimes): number {
  return (connector + dataSource + harness) / count
}

function bar(times: CallTimes, longest: number): Html {
  const share = (milliseconds: number) =>
    longest === 0 ? 0 : (milliseconds / times.count / longest) * 100
  let from = 0
  const pieces = PARTS.map(([part]) => {
    const x = from
    from += share(times[part])
    return html`<rect class="spent-${part}" x="${x.toFixed(1)}%" width="${share(times[part]).toFixed(1)}%" height="10"/>`
  })
  const label = PARTS.map(([part, name]) => `${name} ${duration(times[part] / times.count)}`)
  return html`<svg role="img" aria-label="${label.join(', ')}" width="100%" height="10" focusable="false"><rect class="track" width="100%" height="10" rx="3"/>${pieces}</svg>`
}
