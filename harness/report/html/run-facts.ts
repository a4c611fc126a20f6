import { effortLines } from '../lines/effort-lines.ts'
import { casesTried } from '../record/cases.ts'
import type { RunReport } from '../record/run-report.ts'
import { dataSourceWords, declaredWords } from '../words/run-words.ts'
import { type Html, html } from './html.ts'
import { count, duration, idOf, number } from './words.ts'

/** What was run and how much, on a line or two. */
export function runFacts(run: RunReport): Html {
  const cases = casesTried(run.clauses)
  const facts = [
    `${run.driver}, ${run.mode}, over ${run.scheme.toUpperCase()}`,
    `data source ${dataSourceWords(run)}`,
    `${count(cases, 'case')} in ${duration(run.timings.milliseconds)}`,
    ...effortLines(run),
    ...(run.limits ?? []),
    ...(run.timings.notes ?? []).map((note) => `note: ${note}`),
  ]
  return html`<ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`
}

/** Why a run has no verdict. */
export function runTrouble({ trouble }: RunReport): Html {
  if (trouble.length === 0) return html``
  return html`<section class="trouble"><h3>Why there is no verdict</h3>
    <ul>${trouble.map((line) => html`<li>${line}</li>`)}</ul></section>`
}

/** All else that the record says of a run: what was asked for, and what was not run and why. */
export function runDetails(run: RunReport, index: number): Html {
  const { options, plan, timings } = run
  const { only, skip, runs, budgetSeconds, timeoutSeconds, passed } = options
  const facts: readonly (readonly [string, string])[] = [
    ['Tool', run.tool],
    ['File', run.location],
    ['Started', timings.started],
    ['Profile', run.profile],
    ['Seed', String(run.seed)],
    [
      'Made cases',
      `${number(run.runs)} a property${runs === null ? '' : ' (--runs)'}, ${count(run.rounds, 'round')}`,
    ],
    ['A SHOULD fails', run.strict ? 'yes (--strict)' : 'no'],
    ['Only', only.join(', ') || 'everything'],
    ['Left out', skip.join(', ') || 'nothing'],
    ['Time for a call', `${timeoutSeconds} s`],
    ['Budget', budgetSeconds === null ? 'none' : `${budgetSeconds} s`],
    ['Data source', `${run.data_source.name}, ${run.data_source.hash}`],
    ['Declared', declaredWords(run) ?? 'nothing'],
    ...(passed === undefined ? [] : [['Passed on', JSON.stringify(passed)] as const]),
  ]
  const exclusions = [...plan.notApplicable, ...plan.leftOut]
  return html`<section aria-labelledby="${idOf(index, 'run')}">
  <h3 id="${idOf(index, 'run')}">The run</h3>
  <dl class="run-facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
  ${
    exclusions.length === 0
      ? ''
      : html`<details class="more-tables"><summary>${count(exclusions.length, 'check')} not run</summary>
    <ul class="exclusions">${exclusions.map(({ check, reason }) => html`<li><b>${check}</b> ${reason}</li>`)}</ul></details>`
  }
</section>`
}
