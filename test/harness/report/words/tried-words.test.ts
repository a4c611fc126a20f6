import { expect, test } from 'vitest'
import { inForm } from '../../../../harness/report/forms.ts'
import { reportFile } from '../../../../harness/report/record/report-file.ts'
import { terminalReport } from '../../../../harness/report/terminal/terminal.ts'
import { triedWords } from '../../../../harness/report/words/tried-words.ts'
import { clauseReport, madeReport } from '../../../support/made-report.ts'

const some = { ...clauseReport('PAGE-1', 'held'), cases: { tried: 12, planned: 20 } }
const run = madeReport({
  clauses: [some, { ...clauseReport('PAGE-2', 'held'), cases: { tried: 7, planned: 7 } }],
})

test('how much of a clause was tried is said where that is not all', () => {
  expect(triedWords(some)).toBe('12 of 20')
  expect(triedWords({ ...some, cases: { tried: 20, planned: 20 } })).toBeUndefined()
  // It ends with the first case that fails.
  expect(triedWords({ ...some, outcome: 'violated' })).toBeUndefined()
})

test('a terminal shows it beside the mark', () => {
  expect(terminalReport(run)).toContain('PAGE-1 ✓ 12 of 20  PAGE-2 ✓\n')
})

test.each(['markdown', 'html'] as const)('%s shows it', (form) => {
  expect(inForm(form, reportFile([run]), {})).toContain('12 of 20')
})
