import fc from 'fast-check'
import { TELLING_WINDOWS, type WindowCase, windowCase } from '../../kit/arbitraries/window.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeByKeys, isNoResults, keysOf, violated } from '../../kit/expectations.ts'

const emptyWindow: fc.Arbitrary<WindowCase> = windowCase.map((window) => ({ ...window, length: 0 }))
const behindTheEnd: fc.Arbitrary<WindowCase> = windowCase.map((window) => ({
  ...window,
  offset: window.rows + window.offset,
}))

const TELLING: readonly WindowCase[] = [
  { rows: 3, pageSize: 10, offset: 0, length: 0 },
  { rows: 3, pageSize: 10, offset: 3, length: 1 },
  { rows: 3, pageSize: 10, offset: 4, length: 10 },
  { rows: 10, pageSize: 4, offset: 0, length: 6 },
  { rows: 0, pageSize: 10, offset: 0, length: 0 },
  ...TELLING_WINDOWS.slice(0, 4),
]

/**
 * PAGE-3. Behind the end there are no rows. That at most `length` come back is judged of every answer, and here in the
 * windows in which it is most likely to be missed.
 */
export default defineCheck({
  clause: 'PAGE-3',
  claim: 'no rows come back from at or past the end',
  cases: () => fc.oneof(windowCase, emptyWindow, behindTheEnd),
  always: () => TELLING,
  tells: (window) => JSON.stringify(window),
  async run({ connector, dataSource }, { rows, pageSize, offset, length }) {
    const search = await dataSource.completedSearch({ rows, pageSize })
    const answer = await connector.results(search.id, offset, length)
    const most = Math.max(0, Math.min(length, rows - offset))
    if (most === 0 && isNoResults(answer)) return
    if (length === 0 && refusesTheLength(answer)) return
    const { length: count } = keysOf(answer)
    if (count > most && count <= length) violated(`at most ${most} rows`, describeByKeys(answer))
  },
})

function refusesTheLength({ reading }: Parameters<typeof describeByKeys>[0]): boolean {
  return reading.kind === 'failure' && reading.envelope['code'] === 'invalid_parameter'
}
