import type { RunReport } from '../record/run-report.ts'
import { callsChart } from './calls-chart.ts'
import { clauseList } from './clause-list.ts'
import { coverageMaps } from './coverage-maps.ts'
import { type Html, html } from './html.ts'
import type { Room } from './room.ts'
import { runDetails, runFacts, runTrouble } from './run-facts.ts'
import { timingsChart } from './timings-chart.ts'
import { runHeading } from './verdict-banner.ts'
import { violationList } from './violation-list.ts'
import { waiverList } from './waiver-list.ts'
import { idOf } from './words.ts'

/**
 * All that the page says of one run.
 *
 * @param filters where it is the only one: what narrows its clauses; else it has a heading of its own.
 */
export function runSection(run: RunReport, index: number, room: Room, filters?: Html): Html {
  const violations = run.violations.length
  // Whoever has a red build looks for what is broken.
  const isBroken = violations > 0
  const clauses = ['clauses', 'Clauses'] as const
  const broken = ['violations', isBroken ? `Violations (${violations})` : 'Violations'] as const
  const parts = [
    ...(isBroken ? [broken, clauses] : [clauses, broken]),
    ['coverage', 'What was tried'],
    ...(run.timings.checks.length === 0 ? [] : [['timings', 'Time']]),
    ['run', 'The run'],
  ]
  return html`<div class="run">
${filters === undefined ? runHeading(run, index) : ''}
${runFacts(run)}
${runTrouble(run)}
<nav class="parts" aria-label="Parts of ${run.target}"><ul>${parts.map(([name, words]) => html`<li><a href="#${idOf(index, name ?? '')}">${words}</a></li>`)}</ul></nav>
${waiverList(run)}
${filters}
${isBroken ? violationList(run, index, room) : ''}
${clauseList(run, index)}
${isBroken ? '' : violationList(run, index, room)}
${coverageMaps(run, index)}
${callsChart(run, index)}
${timingsChart(run, index)}
${runDetails(run, index)}
</div>`
}
