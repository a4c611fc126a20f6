import { clauseOf } from '../../../contracts/clauses.ts'
import { brief } from '../brief/brief-json.ts'
import { describeCase } from '../brief/describe-case.ts'
import type { ReportedViolation } from '../record/run-report.ts'
import { extentWords } from '../words/extent-words.ts'
import { failedWords } from '../words/failed-words.ts'
import { PLAIN_MARKS } from '../words/marks.ts'
import { type SearchNames, searchNames } from '../words/search-names.ts'
import { titleOf } from '../words/title-words.ts'
import { waivedWords } from '../words/waiver-words.ts'
import { commandLines, copyButton } from './command-line.ts'
import { type Html, html } from './html.ts'
import { sequenceDiagram } from './sequence-diagram.ts'
import { sourceState } from './source-state.ts'
import { idOf, mark, sentence } from './words.ts'

/** Of a text that was expected or found; the record keeps it whole. */
const LONGEST = 600
const LONGEST_CASE = 4_000

/** How one violation is shown. */
export interface CardOptions {
  readonly run: number
  /** Unfolded from the beginning. */
  readonly open: boolean
  /** With its calls, which take the most room. */
  readonly whole: boolean
  /** What it says of itself to the filters. */
  readonly attributes: Html
}

/** One violation: what was expected and found, the calls as a sequence diagram, the case beside it, and commands. */
export function violationCard(violation: ReportedViolation, options: CardOptions): Html {
  const { check, level, waiver } = violation
  const names = searchNames(violation)
  const isWaived = waiver !== undefined
  const sign = isWaived
    ? PLAIN_MARKS.waived
    : level === 'MUST'
      ? PLAIN_MARKS.violated
      : PLAIN_MARKS.advised
  return html`
<details class="violation ${isWaived ? 'waived' : level.toLowerCase()}" ${options.attributes}${options.open ? html` open` : ''}>
  <summary>${mark(sign)}<b>${check}</b> <span class="level">${level}${isWaived ? ', waived' : ''}</span> <span class="claim">${sentence(names.rename(titleOf(violation)))}</span></summary>
  <div class="content" id="${idOf(options.run, check)}">
    ${findings(violation, names)}
    <div class="beside">
      <div>${calls(violation, names, options.whole)}</div>
      <aside aria-label="The case of ${check}">${caseOf(violation)}${sourceState(violation.snapshot, names)}</aside>
    </div>
    ${commandLines(violation)}
  </div>
</details>`
}

function findings(violation: ReportedViolation, { rename }: SearchNames): Html {
  const failed = failedWords(violation.failed)
  const extent = violation.extent && extentWords(violation.extent)
  const clause = clauseOf(violation.clause)
  return html`<dl class="findings">
    <div><dt>Claim</dt><dd>${sentence(violation.claim)}</dd></div>
    <div class="expected"><dt>Expected</dt><dd>${rename(brief(violation.expected, LONGEST))}</dd></div>
    <div class="actual"><dt>Actual</dt><dd>${rename(brief(violation.actual, LONGEST))}</dd></div>
    ${violation.explanation.map((words) => html`<div><dt>Because</dt><dd>${rename(words)}</dd></div>`)}
    ${violation.waiver === undefined ? '' : html`<div><dt>Waiver</dt><dd>${waivedWords(violation.waiver)}</dd></div>`}
    ${failed === undefined ? '' : html`<div><dt>Chance</dt><dd>${failed}</dd></div>`}
    ${extent === undefined ? '' : html`<div><dt>Extent</dt><dd>${extent}</dd></div>`}
    <div><dt>Clause</dt><dd>${sentence(clause.text)}${clause.should === undefined ? '' : html` <em>SHOULD:</em> ${sentence(clause.should)}`}</dd></div>
  </dl>`
}

function calls(violation: ReportedViolation, names: SearchNames, whole: boolean): Html {
  if (whole) return html`<h5>The calls</h5>${sequenceDiagram(violation, names)}`
  return html`<h5>The calls</h5><p class="quiet">Left out to keep the page small: the record has them, and the
    commands below bring them back.</p>`
}

function caseOf({ counterexample, seed }: ReportedViolation): Html {
  const json = JSON.stringify(counterexample, null, 2) ?? 'none'
  const cut = json.length > LONGEST_CASE ? `${json.slice(0, LONGEST_CASE)}\n…` : json
  return html`<h5>The smallest failing case</h5>
    <p class="case">${describeCase(counterexample)}</p>
    <details class="copied-from"><summary>As JSON, seed ${seed}</summary><pre tabindex="0"><code>${cut}</code></pre>${copyButton('the case as JSON')}</details>`
}
