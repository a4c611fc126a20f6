import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { sizeOf, stateLines } from '../../../../harness/report/lines/state-lines.ts'
import { searchNames } from '../../../../harness/report/words/search-names.ts'
import { startMockDataSource } from '../../../../mock-datasource/index.ts'
import { madeViolation } from '../../../support/made-report.ts'

describe('the state of the data source', () => {
  it('is a table of its searches and faults, in which ids have short names', async () => {
    const mock = await startMockDataSource({ scheme: 'http', clock: () => 0 })
    try {
      const { control } = mock
      control.patchSettings({ dataSet: { rows: 12, seed: 1 }, maxPageSize: 5 })
      const query = 'SELECT * FROM events'
      const done = await control.createSearch({ query, status: 'COMPLETED', progress: 100 })
      const going = await control.createSearch({ query, status: 'EXECUTE', progress: 40 })
      await control.createSearch({ query, id: 'a/b', status: 'WAIT', progress: 0 })
      control.addFault({ kind: 'api-error', code: 1010, operation: 'results', after: 1 })
      const violation = madeViolation({ snapshot: control.snapshot() })
      const lines = stateLines(violation.snapshot, searchNames(violation))
      expect(lines.map(stripVTControlCharacters)).toEqual([
        '    Source    12 rows in the table, at most 5 a page',
        `              S1     COMPLETED  100 %  12 rows  ${done.id}`,
        `              S2     EXECUTE    40 %   12 rows  ${going.id}`,
        '              "a/b"  WAIT       0 %    12 rows',
        '              fault api-error, operation results, after 1, code "1010"',
      ])
    } finally {
      await mock.close()
    }
  })

  it('does not bound pages that nothing bounds', () => {
    const { snapshot } = madeViolation()
    expect(sizeOf({ ...snapshot, unboundedPages: true })).not.toContain('at most')
  })

  it('names a search that is gone as one that is not there', () => {
    const id = '17a99ec1-b2c3-403e-b40c-9da2d0b6f364'
    const [call] = madeViolation().transcript
    if (call === undefined) return expect.unreachable()
    const violation = madeViolation({ transcript: [{ ...call, arguments: [`"${id}"`] }] })
    const names = searchNames(violation)
    expect(names.rename(`status("${id}")`)).toBe('status("S1")')
    expect(stateLines(violation.snapshot, names).map(stripVTControlCharacters)[1]).toMatch(
      /^ {14}S1 {2}not there +17a99ec1-/,
    )
  })
})
