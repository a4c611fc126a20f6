import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { MatrixCell } from '../../../../harness/kit/matrix-cell.ts'
import { matrixLines } from '../../../../harness/report/lines/matrix-lines.ts'
import { terminalReport } from '../../../../harness/report/terminal/terminal.ts'
import { madeReport } from '../../../support/made-report.ts'

const cell = (change: Partial<MatrixCell>): MatrixCell => ({
  fault: 'reset',
  method: 'ping',
  outcome: 'service_unavailable',
  allowed: ['failure'],
  held: true,
  clause: 'NET-2',
  ...change,
})

const CELLS = [
  cell({}),
  cell({ method: 'status', outcome: 'no envelope', held: false }),
  cell({ fault: 'empty-body', outcome: 'unknown', clause: 'ERR-4' }),
  cell({
    fault: 'empty-body',
    method: 'status',
    outcome: 'right answer',
    held: false,
    clause: 'ERR-4',
  }),
]

describe('the fault matrix on a terminal', () => {
  it('has a line for each fault and a column for each method, and says what is not allowed', () => {
    expect(matrixLines(CELLS).map(stripVTControlCharacters)).toEqual([
      '  Fault       ping        status',
      '  reset       unavailable ✗none',
      '  empty-body  unknown     ✗right',
      '  ✗ status under reset: no envelope; allowed is failure (NET-2)',
      '  ✗ status under empty-body: right answer; allowed is failure (ERR-4)',
    ])
  })

  it('is shown where it is asked for, and summed up where it is not', () => {
    const report = madeReport({ matrix: CELLS })
    expect(terminalReport(report, { matrix: true })).toContain('Fault       ping        status')
    const short = terminalReport(report)
    expect(short).not.toContain('empty-body')
    expect(short).toContain('4 cells of the fault matrix, 2 not as allowed.')
  })
})
