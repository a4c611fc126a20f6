import { describe, expect, it } from 'vitest'
import { judgedWords, notApplicableWords } from '../../../../harness/report/words/reasons-words.ts'
import { clauseReport } from '../../../support/made-report.ts'

describe('why clauses were not judged', () => {
  it('is said once for all of one reason', () => {
    const synchronous = { ...clauseReport('LIFE-1', 'not-applicable'), reason: 'it is synchronous' }
    expect(
      notApplicableWords([
        synchronous,
        clauseReport('PAGE-1', 'held'),
        { ...clauseReport('PAGE-9', 'not-applicable'), reason: 'nobody declares it' },
        { ...synchronous, clause: 'LIFE-2' },
      ]),
    ).toEqual(['LIFE-1, LIFE-2: it is synchronous', 'PAGE-9: nobody declares it'])
  })
})

describe('what clauses were judged by beside their cases', () => {
  it('is a number of answers, the largest first', () => {
    const by = (clause: 'ENV-1' | 'ENV-2' | 'MODE-1', answers: number) => ({
      ...clauseReport(clause, 'held'),
      restsOn: { cases: 1, answers, requests: 2 },
    })
    expect(judgedWords([by('MODE-1', 1), by('ENV-1', 730), by('ENV-2', 730)])).toBe(
      'Judged beside the cases: 730 answers by ENV-1, ENV-2; 1 answer by MODE-1',
    )
    expect(judgedWords([clauseReport('PAGE-1', 'held')])).toBeUndefined()
  })
})
