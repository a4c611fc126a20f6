import { expect, it } from 'vitest'
import { timeLines } from '../../../../harness/report/lines/time-lines.ts'
import type { Timings } from '../../../../harness/report/record/run-report.ts'
import { madeTimings } from '../../../support/made-report.ts'

const CALLS: NonNullable<Timings['calls']> = [
  { method: 'ping', count: 20, connector: 1_800, dataSource: 60, harness: 20 },
  { method: 'is_async', count: 10, connector: 100, dataSource: 0, harness: 5 },
]

it('a line a method says what a call of it took, and whose time that was', () => {
  expect(timeLines({ driver: 'module', timings: madeTimings({ calls: CALLS }) })).toEqual([
    '  Method    calls   a call  connector  data source  harness',
    '  ping         20  94.0 ms    90.0 ms       3.0 ms   1.0 ms',
    '  is_async     10  10.5 ms    10.0 ms       0.0 ms   0.5 ms',
    '  all          30  66.2 ms    63.3 ms       2.0 ms   0.8 ms',
    '  Of the time of calls, 96% went to the connector, 3% to the data source, 1% to the harness.',
  ])
})

it.each([
  [95, /^ {2}Calls are forked .* takes 12 ms so, and took 95 ms as the new process that --cold/s],
  [
    14,
    /^ {2}Each call is a new process: .* takes 12 ms, .* Called as a module, .* none starts one/s,
  ],
])(
  'of a command whose first call took %d ms, it says what another way to call it would change',
  (firstCallMilliseconds, words) => {
    const timings = madeTimings({ calls: CALLS, callMilliseconds: 12, firstCallMilliseconds })
    expect(timeLines({ driver: 'command', timings }).at(-1)?.replaceAll(/\n +/g, ' ')).toMatch(
      words,
    )
  },
)

it('nothing is said where no call was made', () => {
  expect(timeLines({ driver: 'module', timings: madeTimings() })).toEqual([])
})
