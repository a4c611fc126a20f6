import fc from 'fast-check'
import { TELLING_WINDOWS, windowCase } from '../../kit/arbitraries/window.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { rowsAre } from '../../kit/expectations.ts'

/** Zeros in front of a number do not change it. */
const ZEROS = ['', '', '', '0', '00']

/** PAGE-4. A command line hands every argument over as text; a number in it is still that number. */
export default defineCheck({
  clause: 'PAGE-4',
  claim: '`offset` and `length` as decimal strings mean the same as integers',
  cases: () => fc.record({ window: windowCase, zeros: fc.constantFrom(...ZEROS) }),
  always: () => [
    ...TELLING_WINDOWS.map((window) => ({ window, zeros: '' })),
    { window: { rows: 12, pageSize: 5, offset: 10, length: 1 }, zeros: '0' },
  ],
  async run({ connector, dataSource }, { window, zeros }) {
    const { rows, pageSize, offset, length } = window
    const search = await dataSource.completedSearch({ rows, pageSize })
    const answer = await connector.results(search.id, `${zeros}${offset}`, `${zeros}${length}`)
    rowsAre(answer, search.keys.slice(offset, offset + length))
  },
})
