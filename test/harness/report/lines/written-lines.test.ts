import { describe, expect, it } from 'vitest'
import { writtenLines } from '../../../../harness/report/lines/written-lines.ts'
import { madeViolation } from '../../../support/made-report.ts'

const [call] = madeViolation().transcript
const of = (change: { stderr?: string; trace?: string }) =>
  call === undefined ? [] : writtenLines({ ...call, ...change }, 14)

describe('what a connector wrote of its own going wrong', () => {
  it('is the latest traceback of standard error, by its last lines', () => {
    const frames = [1, 2, 3, 4].map((line) => `  File "main.py", line ${line}, in a\n    a()\n`)
    const stderr = `before\nTraceback (most recent call last):\n${frames.join('')}KeyError: 'id'\n`
    expect(of({ stderr })).toEqual([
      '    Trace     … 4 lines before these',
      '                  a()',
      '                File "main.py", line 3, in a',
      '                  a()',
      '                File "main.py", line 4, in a',
      '                  a()',
      "              KeyError: 'id'",
    ])
  })

  it('is where an exception was thrown, before anything else', () => {
    expect(of({ trace: 'main.ts:1 in results\nrows.ts:7', stderr: 'noise' })).toEqual([
      '    Trace     main.ts:1 in results',
      '              rows.ts:7',
    ])
  })

  it('is no traceback where it is other words, and drives no terminal', () => {
    expect(of({ stderr: 'it \u001b[31mfails\n' })).toEqual(['    Stderr    it \\u001b[31mfails'])
  })

  it('is nothing where it has written nothing', () => {
    expect(of({})).toEqual([])
  })
})
