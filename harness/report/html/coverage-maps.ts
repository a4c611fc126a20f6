import type { MatrixCell } from '../../kit/matrix-cell.ts'
import { matrixSummary } from '../lines/matrix-lines.ts'
import type { RunReport } from '../record/run-report.ts'
import { heatMap } from './heat-map.ts'
import { type Html, html } from './html.ts'
import { methodTable } from './method-table.ts'
import { idOf } from './words.ts'

/** What was tried with what: faults and error codes of the data source, and clauses, with each method. */
export function coverageMaps(run: RunReport, index: number): Html {
  const { faults, codes, clauses } = run.coverage
  const maps = [
    run.matrix.length === 0 ? '' : outcomes(run.matrix),
    faults.length === 0
      ? ''
      : heatMap(
          'Faults of the data source that struck a request of each method, in so many cases',
          'Fault',
          faults.map(({ fault, ...tally }) => ({ name: fault, ...tally })),
        ),
    codes.length === 0
      ? ''
      : heatMap(
          'Error codes of the data source that came back to each method, in so many cases',
          'Code',
          codes.map(({ code, ...tally }) => ({ name: code, ...tally })),
        ),
  ]
  const byClause = heatMap(
    'Clauses, each by the methods that it speaks of, in so many cases',
    'Clause',
    clauses.map(({ clause, ...tally }) => ({ name: clause, ...tally })),
  )
  return html`<section aria-labelledby="${idOf(index, 'coverage')}">
  <h3 id="${idOf(index, 'coverage')}">What was tried</h3>
  <p class="legend"><span class="shade-1">1</span><span class="shade-3">20</span><span class="shade-5">300</span> cases, all held
    <span class="broken">✗ 3</span> broke the clause <span class="untried">–</span> not tried</p>
  ${maps}
  ${clauses.length === 0 ? '' : html`<details class="more-tables"><summary>Each clause by method</summary>${byClause}</details>`}
</section>`
}

/** The fault matrix: the very outcome under each fault. */
function outcomes(cells: readonly MatrixCell[]): Html {
  const faults = [...new Set(cells.map(({ fault }) => fault))]
  const rows = faults.map((name) => ({
    name,
    cells: cells
      .filter(({ fault }) => fault === name)
      .map(({ method, outcome, held, allowed, clause }) => ({
        method,
        className: held ? 'as-allowed' : 'broken',
        text: held
          ? html`${outcome.replaceAll('_', ' ')}`
          : html`✗ ${outcome.replaceAll('_', ' ')}<small class="line">allowed: ${allowed.join(' or ')} (${clause})</small>`,
      })),
  }))
  return methodTable(
    `What each method did under each fault: ${matrixSummary(cells)}`,
    'Fault',
    rows,
  )
}
