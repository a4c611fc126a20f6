import { describe, expect, it } from 'vitest'
import type { ReportedViolation } from '../../../../harness/report/record/run-report.ts'
import { byCause } from '../../../../harness/report/words/by-cause.ts'
import { madeViolation } from '../../../support/made-report.ts'

/** A violation of a check in which this method answered so. */
function made(
  check: string,
  method: ReportedViolation['transcript'][number]['method'],
  actual: string,
  change: Partial<ReportedViolation> = {},
): ReportedViolation {
  const [call] = madeViolation().transcript
  if (call === undefined) throw new Error('a made violation has a call')
  return madeViolation({ check, actual, transcript: [{ ...call, method }], ...change })
}

/** The names of the checks, each cause with what is shown first. */
const namesOf = (violations: readonly ReportedViolation[]) =>
  byCause(violations).map(({ lead, others }) => [lead, ...others].map(({ check }) => check))

describe('violations', () => {
  it('have one cause where the same method gave the same answer, ids and numbers aside', () => {
    const searches = [
      'no search 17a99ec1-b2c3-403e-b40c-9da2d0b6f364 on port 40001',
      'no search 2cd2bbf0-77a4-4d0c-8a52-2f0bd4cb8a11 on port 40002',
    ] as const
    expect(
      namesOf([made('LIFE-5', 'status', searches[0]), made('LIFE-6', 'status', searches[1])]),
    ).toEqual([['LIFE-5', 'LIFE-6']])
  })

  it('have different causes in different methods, or with different answers', () => {
    expect(
      namesOf([made('ENV-1', 'status', 'no value'), made('ENV-1', 'delete', 'no value')]),
    ).toHaveLength(2)
    expect(
      namesOf([made('ENV-1', 'status', 'no value'), made('ERR-4', 'status', 'a crash')]),
    ).toHaveLength(2)
  })

  it('have one cause where a method throws the same kind of error', () => {
    const reset = 'an exception: Error: read ECONNRESET'
    const refused = 'an exception: Error: connect ECONNREFUSED 127.0.0.1:2'
    const type = "an exception: TypeError: Cannot read properties of undefined (reading 'code')"
    expect(
      namesOf([
        made('ENV-1', 'status', type),
        made('NET-1', 'status', refused),
        made('NET-2', 'status', reset),
      ]),
    ).toEqual([['NET-1', 'NET-2'], ['ENV-1']])
  })

  it('have one cause where they are explained alike, whatever the rows', () => {
    const explanation = ['the end is inclusive']
    expect(
      namesOf([
        made('PAGE-1', 'results', 'rows a, b', { explanation }),
        made('PAGE-4', 'results', 'rows a, b, c', { explanation }),
      ]),
    ).toEqual([['PAGE-1', 'PAGE-4']])
  })

  it('have different causes where they are explained differently, although the rows are the same', () => {
    expect(
      namesOf([
        made('PAGE-1', 'results', 'rows (none)', { explanation: ['length is ignored'] }),
        made('PAGE-6', 'results', 'rows (none)', { explanation: ['the metadata is ignored'] }),
      ]),
    ).toHaveLength(2)
  })

  it('are not grouped by an answer that says next to nothing', () => {
    expect(namesOf([made('ENV-2', 'ping', '1'), made('LIFE-9', 'ping', '0')])).toHaveLength(2)
  })

  it('are shown by a MUST, and by one that is explained', () => {
    const violations = [
      made('ENV-4', 'ping', 'a failure', { level: 'SHOULD' }),
      made('LIFE-6', 'ping', 'a failure'),
      made('ERR-1', 'ping', 'a failure', { explanation: ['the table says otherwise'] }),
    ]
    expect(namesOf(violations)).toEqual([['ERR-1', 'LIFE-6', 'ENV-4']])
  })

  it('are all there, each once', () => {
    const violations = ['status', 'delete', 'status', 'ping'].map((method, index) =>
      made(`check ${index}`, method as 'status', 'no value'),
    )
    expect(namesOf(violations).flat().toSorted()).toEqual(violations.map(({ check }) => check))
  })

  it('stand by their level, then by what their clause rests on, then the widest first', () => {
    const of = (clause: ReportedViolation['clause'], method: 'ping' | 'query' | 'delete') =>
      made(clause, method, `what ${clause} shows`, { clause })
    const should = { ...of('ENV-4', 'ping'), level: 'SHOULD' } as const
    const wide = [made('NET-2', 'query', 'a cut'), made('LIFE-8', 'query', 'a cut')].map(
      (each) => ({
        ...each,
        clause: each.check as ReportedViolation['clause'],
      }),
    )
    expect(
      namesOf([should, of('SEC-1', 'ping'), ...wide, of('NET-1', 'delete'), of('ENV-1', 'delete')]),
    ).toEqual([['ENV-1'], ['NET-1'], ['NET-2', 'LIFE-8'], ['SEC-1'], ['ENV-4']])
  })
})
