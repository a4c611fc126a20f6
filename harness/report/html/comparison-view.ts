import type { CheckChange, Comparison, RunComparison } from '../comparison/compare-reports.ts'
import {
  changeGroups,
  changeNote,
  comparisonNotes,
  DATA_SOURCE_CHANGED,
  settingWords,
} from '../comparison/comparison-words.ts'
import { type Html, html } from './html.ts'
import { count, mark, sentence } from './words.ts'

const MARKS: Readonly<Record<string, string>> = {
  'newly broken': '✗',
  'newly fixed': '✓',
  'still broken': '=',
  'no longer judged': '?',
  'newly judged': '+',
}

/** What changed since an earlier report: newly broken, newly fixed, unchanged. */
export function comparisonView(comparison: Comparison): Html {
  const { earlier, runs } = comparison
  const notes = comparisonNotes(comparison)
  const isNamed = runs.length + comparison.onlyNow.length > 1
  return html`<section class="comparison" aria-labelledby="comparison">
  <h3 id="comparison">Since <code>${earlier}</code></h3>
  ${notes.length === 0 ? '' : html`<ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>`}
  ${runs.map((run) => runView(run, isNamed))}
</section>`
}

function runView(run: RunComparison, isNamed: boolean): Html {
  const groups = changeGroups(run)
  return html`<div class="compared">
    ${isNamed ? html`<h4><code>${run.target}</code></h4>` : ''}
    <p class="tally"><b>${run.newlyBroken.length}</b> newly broken <b>${run.newlyFixed.length}</b> newly fixed
      <b>${run.unchanged}</b> unchanged</p>
    <dl>${groups.map(({ name, changes }) => group(name, changes))}</dl>
    ${run.dataSourceChanged ? html`<p class="quiet">Note: ${DATA_SOURCE_CHANGED}.</p>` : ''}
    ${settings(run)}
  </div>`
}

function group(name: string, changes: readonly CheckChange[]): Html {
  const items = changes.map((change) => {
    const note = changeNote(change)
    return html`<li><b>${change.check}</b>${note === '' ? '' : html` <small>${note}</small>`} ${sentence(change.claim)}</li>`
  })
  return html`<div class="${name.replaceAll(' ', '-')}"><dt>${mark(MARKS[name] ?? '')}${name} <small>${count(changes.length, 'check')}</small></dt>
    <dd><ul>${items}</ul></dd></div>`
}

function settings({ settings: changes }: RunComparison): Html {
  if (changes.length === 0) return html``
  return html`<p class="quiet">It ran otherwise too, so that not the connector alone may be the reason:
    ${changes.map(settingWords).join(', ')}.</p>`
}
