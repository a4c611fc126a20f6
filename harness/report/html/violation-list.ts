import type { ReportedViolation, RunReport } from '../record/run-report.ts'
import { byCause } from '../words/by-cause.ts'
import { filtered } from './clause-list.ts'
import { type Html, html } from './html.ts'
import type { Room } from './room.ts'
import { violationCard } from './violation-card.ts'
import { count, idOf } from './words.ts'

/** Unfolded at first: whoever has a red build wants to see, and whoever has many to choose. */
const OPEN = 3

/** Every violation of a run, those with one cause together. */
export function violationList(run: RunReport, index: number, room: Room): Html {
  const title = html`<h3 id="${idOf(index, 'violations')}">Violations</h3>`
  if (run.violations.length === 0) {
    return html`<section>${title}<p class="quiet">None was found.</p></section>`
  }
  const causes = byCause(run.violations).map(({ lead, others }, position) => {
    const card = (violation: ReportedViolation, open: boolean) =>
      cardOf(violation, run, index, room, open)
    const also = others.map((other) => card(other, false))
    return html`<article class="cause">${card(lead, position < OPEN)}
      ${also.length === 0 ? '' : html`<div class="also"><p>${count(also.length, 'more violation')} by the same cause, as far as can be seen</p>${also}</div>`}</article>`
  })
  return html`<section aria-labelledby="${idOf(index, 'violations')}">${title}${causes}${leftOut(room)}</section>`
}

function leftOut(room: Room): Html {
  const number = room.takeLeftOut()
  if (number === 0) return html``
  return html`<p class="quiet">${count(number, 'more violation')} left out to keep the page small: the record has them all.</p>`
}

function cardOf(
  violation: ReportedViolation,
  run: RunReport,
  index: number,
  room: Room,
  open: boolean,
): Html {
  const clause = run.clauses.find((each) => each.clause === violation.clause)
  const attributes = clause === undefined ? html`` : filtered(clause, index)
  const draw = (whole: boolean) =>
    violationCard(violation, { run: index, open: open && whole, whole, attributes })
  return room.take(
    () => draw(true),
    () => draw(false),
  )
}
