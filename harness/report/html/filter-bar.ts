import { FAMILIES, FAMILY_TITLES } from '../../../contracts/clause.ts'
import { familyOf } from '../../checks/index.ts'
import type { ClauseOutcome, RunReport } from '../record/run-report.ts'
import { PLAIN_MARKS } from '../words/marks.ts'
import { OUTCOME_WORDS } from '../words/outcome-words.ts'
import { type Html, html } from './html.ts'
import { mark } from './words.ts'

/** What narrows the clauses and violations of all runs. It needs the page's script, and is not seen without. */
export function filterBar(runs: readonly RunReport[]): Html {
  const clauses = runs.flatMap((run) => run.clauses)
  const outcomes = (Object.keys(OUTCOME_WORDS) as ClauseOutcome[]).flatMap((outcome) => {
    const own = clauses.filter((each) => each.outcome === outcome).length
    return own === 0 ? [] : [choice(outcome, own)]
  })
  const families = FAMILIES.filter((family) =>
    clauses.some(({ clause }) => familyOf(clause) === family),
  )
  return html`
<form id="filters" class="filters scripted" role="search" aria-label="Clauses">
  <fieldset><legend>Outcome</legend><div class="choices">${outcomes}</div></fieldset>
  <label>Family <select name="family"><option value="">All</option>
    ${families.map((family) => html`<option value="${family}">${FAMILY_TITLES[family]}</option>`)}
  </select></label>
  <label>Text <input type="search" name="text" placeholder="a clause, a word" autocomplete="off"></label>
  <button type="reset">Show all</button>
  <p id="shown" role="status">${clauses.length} clauses</p>
</form>`
}

function choice(outcome: ClauseOutcome, own: number): Html {
  return html`<label class="choice ${outcome}"><input type="checkbox" name="outcome" value="${outcome}">
    ${mark(PLAIN_MARKS[outcome])}${OUTCOME_WORDS[outcome]} <b>${own}</b></label>`
}
