import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'
import { wrapValue } from '../../text/wrap.ts'
import type { CheckChange, Comparison, RunComparison } from './compare-reports.ts'
import {
  changeGroups,
  changeNote,
  comparisonNotes,
  DATA_SOURCE_CHANGED,
  settingWords,
} from './comparison-words.ts'

const INDENT = 20

/** A comparison as people read it in a terminal. */
export function comparisonReport(comparison: Comparison): string {
  const heading = style('bold', `Compared with ${visible(comparison.earlier)}`)
  const isNamed = comparison.runs.length + comparison.onlyNow.length > 1
  const lines = [
    heading,
    ...comparison.runs.flatMap((run) => runLines(run, isNamed)),
    ...comparisonNotes(comparison).map((note) => `  ${note}`),
  ]
  return `${lines.join('\n')}\n\n`
}

function runLines(run: RunComparison, isNamed: boolean): readonly string[] {
  return [
    ...(isNamed ? [`  ${visible(run.target)}`] : []),
    ...changeGroups(run).map(({ name, changes }) => line(name, changes.map(named).join(', '))),
    line('unchanged', `${run.unchanged} ${run.unchanged === 1 ? 'check' : 'checks'}`),
    ...(run.dataSourceChanged ? [line('note', DATA_SOURCE_CHANGED)] : []),
    ...(run.settings.length === 0
      ? []
      : [line('ran otherwise', run.settings.map(settingWords).join(', '))]),
  ]
}

function line(name: string, text: string): string {
  return `  ${name.padEnd(INDENT - 2)}${wrapValue(text, INDENT)}`
}

function named(change: CheckChange): string {
  const note = changeNote(change)
  return note === '' ? change.check : `${change.check} (${note})`
}
