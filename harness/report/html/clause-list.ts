import { FAMILIES, FAMILY_TITLES, type Family } from '../../../contracts/clause.ts'
import { type ClauseId, clauseOf } from '../../../contracts/clauses.ts'
import { familyOf } from '../../checks/index.ts'
import type { ClauseReport, RunReport } from '../record/run-report.ts'
import { PLAIN_MARKS } from '../words/marks.ts'
import { OUTCOME_WORDS } from '../words/outcome-words.ts'
import { triedWords } from '../words/tried-words.ts'
import { type Html, html } from './html.ts'
import { idOf, mark, sentence } from './words.ts'

/** What the filters of the page go by, as attributes of whatever they show or hide. */
export function filtered(clause: ClauseReport, index: number): Html {
  return html`data-run="${index}" data-clause="${clause.clause}" data-outcome="${clause.outcome}" data-family="${familyOf(clause.clause)}"`
}

/** Every clause with what became of it, by family: what holds is folded to a line, unless nothing else is there. */
export function clauseList(run: RunReport, index: number): Html {
  const families = FAMILIES.flatMap((family) => {
    const own = run.clauses.filter(({ clause }) => familyOf(clause) === family)
    return own.length === 0 ? [] : [familyPart(family, own, run, index)]
  })
  return html`
<section aria-labelledby="${idOf(index, 'clauses')}">
  <h3 id="${idOf(index, 'clauses')}">Clauses</h3>
  ${families}
</section>`
}

function familyPart(
  family: Family,
  clauses: readonly ClauseReport[],
  run: RunReport,
  index: number,
): Html {
  const held = clauses.filter(({ outcome }) => outcome === 'held')
  const others = clauses.filter(({ outcome }) => outcome !== 'held')
  const title = FAMILY_TITLES[family]
  return html`<div class="family" role="group" aria-label="${title}"><h4>${title}</h4>
    ${others.length === 0 ? '' : table(`${title}: not held`, others, run, index)}
    ${held.length === 0 ? '' : folded(title, held, run, index)}
  </div>`
}

function folded(title: string, held: readonly ClauseReport[], run: RunReport, index: number): Html {
  return html`<details class="held-clauses"><summary><span class="outcome held">${mark(PLAIN_MARKS.held)}${held.length} held</span> <span class="ids">${held.map(({ clause }) => clause).join(', ')}</span></summary>
    ${table(`${title}: held`, held, run, index)}</details>`
}

function table(
  name: string,
  clauses: readonly ClauseReport[],
  run: RunReport,
  index: number,
): Html {
  return html`<table class="clauses" role="table" aria-label="${name}">
    <thead role="rowgroup"><tr role="row">
      <th role="columnheader" scope="col">Outcome</th><th role="columnheader" scope="col">Clause</th>
      <th role="columnheader" scope="col">Promise</th><th role="columnheader" scope="col">Level</th>
      <th role="columnheader" scope="col" class="number">Cases</th>
    </tr></thead>
    <tbody role="rowgroup">${clauses.map((clause) => clauseRow(clause, run, index))}</tbody>
  </table>`
}

function clauseRow(report: ClauseReport, run: RunReport, index: number): Html {
  const { clause, level, outcome, reason } = report
  const tried = triedWords(report) ?? report.cases.tried
  const notes = reason === undefined ? [] : [reason]
  return html`<tr role="row" ${filtered(report, index)}>
    <td role="cell" class="outcome ${outcome}">${mark(PLAIN_MARKS[outcome])}${OUTCOME_WORDS[outcome]}</td>
    <td role="cell" class="id">${named(clause, run, index)}</td>
    <td role="cell" class="promise">${sentence(clauseOf(clause).title)}${notes.map((note) => html`<small>${note}</small>`)}</td>
    <td role="cell" class="level">${level}</td>
    <td role="cell" class="number">${tried}<span class="unit"> cases</span></td>
  </tr>`
}

/** A clause that is broken leads to where it is. */
function named(clause: ClauseId, run: RunReport, index: number): Html {
  const first = run.violations.find((violation) => violation.clause === clause)
  if (first === undefined) return html`${clause}`
  return html`<a href="#${idOf(index, first.check)}">${clause}</a>`
}
