import type { Snapshot } from '../../../mock-datasource/index.ts'
import { printable } from '../../kit/printable.ts'
import { columns } from '../../text/columns.ts'
import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'
import { widthOf } from '../../text/width-of.ts'
import { wrapValue } from '../../text/wrap.ts'
import { describeCase } from '../brief/describe-case.ts'
import type { SearchNames } from '../words/search-names.ts'

const INDENT = 14
const MOST_SEARCHES = 6
const LONGEST_ID = 60

/** The state of the data source before the latest call, as the lines of a table. */
export function stateLines(snapshot: Snapshot, names: SearchNames): readonly string[] {
  const { searches, faults } = snapshot
  const known = new Set(searches.map(({ id }) => id))
  const gone = [...names.ids].filter(([id]) => !known.has(id))
  const rows = [
    ...searches.map(({ id, status, progress, total }) => [
      names.ids.get(id) ?? printable(id, LONGEST_ID),
      status,
      `${progress} %`,
      `${total} rows`,
      names.ids.has(id) ? id : '',
    ]),
    ...gone.map(([id, name]) => [name, 'not there', '', '', id]),
  ]
  const left = rows.length - MOST_SEARCHES
  return [
    `    Source    ${sizeOf(snapshot)}`,
    ...aligned(rows.slice(0, MOST_SEARCHES)).map((line) => `${' '.repeat(INDENT)}${line}`),
    ...(left > 0 ? [`${' '.repeat(INDENT)}… ${left} more searches`] : []),
    ...faults.map(({ spec: { kind, ...rest } }) => {
      const words = [`fault ${kind}`, describeCase(rest)].filter((part) => part !== '').join(', ')
      return `${' '.repeat(INDENT)}${wrapValue(words, INDENT)}`
    }),
  ]
}

/** How many rows there are, and how many of them a page may hold, where that is bounded. */
export function sizeOf({ settings, unboundedPages }: Snapshot): string {
  const { dataSet, maxPageSize } = settings
  const rows = `${'data' in dataSet ? dataSet.data.length : dataSet.rows} rows in the table`
  return unboundedPages === true ? rows : `${rows}, at most ${maxPageSize} a page`
}

/** Columns as wide as their widest cell. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, cell.length)),
    [],
  )
  return rows.map((row) => {
    const cells = row.map((cell, column) => visible(cell).padEnd(widths[column] ?? 0))
    const id = cells.pop() ?? ''
    const [own, shown] = [cells.join('  '), id.trimEnd()]
    const fits = INDENT + widthOf(own) + 2 + widthOf(shown) <= columns()
    // An id may be there to be copied, so that it is not broken.
    return `${own}${fits ? '  ' : `\n${' '.repeat(INDENT + 4)}`}${style('dim', shown)}`.trimEnd()
  })
}
