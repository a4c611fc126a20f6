import { describe, expect, it } from 'vitest'
import { FORMS, type FormName, inForm } from '../../../harness/report/forms.ts'
import { reportFile } from '../../../harness/report/record/report-file.ts'
import { terminalReport } from '../../../harness/report/terminal/terminal.ts'
import { verdictWords } from '../../../harness/report/words/verdict-words.ts'
import { clauseReport, madeReport } from '../../support/made-report.ts'

const REASON = 'no request reached the data source'
const run = madeReport({
  clauses: [
    clauseReport('PAGE-1', 'held'),
    { ...clauseReport('SEC-2', 'not-shown'), reason: REASON },
  ],
})

describe('a clause that is not shown to hold', () => {
  it.each(['junit', 'markdown', 'html', 'sarif', 'github', 'json'] as const)(
    'is named with its reason in %s',
    (form) => {
      const text = inForm(form, reportFile([run]), {})
      expect(text).toContain('SEC-2')
      expect(text).toContain(REASON)
    },
  )

  it('is named with its reason in a terminal, where nothing is called broken', () => {
    const text = terminalReport(run)
    expect(text).toContain(`SEC-2 is not shown to hold: ${REASON}`)
    expect(text).toContain('there is no verdict')
    expect(text).toContain('1 held, 1 not shown')
    expect(text).not.toContain('breaks')
    expect(text).not.toContain('The run is incomplete')
  })

  it('leaves the run without a verdict, in every form', () => {
    expect(verdictWords(run)).toBe('no verdict: 1 clause not shown to hold')
    const forms = Object.keys(FORMS) as FormName[]
    for (const form of forms) {
      const text = inForm(form, reportFile([run]), {})
      expect(text).not.toContain('was not brought to its end')
    }
    expect(inForm('badge', reportFile([run]), {})).toContain('"1 not shown"')
    expect(inForm('junit', reportFile([run]), {})).toContain('<error message="not shown to hold')
  })

  it('does not hide that the run is incomplete', () => {
    const stuck = { ...run, trouble: ['a worker died'] }
    expect(verdictWords(stuck)).toBe('no verdict: the run is incomplete')
    expect(inForm('badge', reportFile([stuck]), {})).toContain('"incomplete"')
  })
})
