import type { Queries } from '../../contracts/data-source/queries.ts'
import type { DataModel } from './data-model.ts'
import type { DataSet } from './data-set.ts'
import { QueryError } from './query-error.ts'
import type { Row } from './row.ts'
import { hashOf, scramble } from './scramble.ts'
import type { Selection, Selector } from './selector.ts'

/**
 * What queries mean to a data source that reads none of them: `all` is all rows, `refused` is refused, and any
 * other text stands for some of the rows, about half of them and the same ones each time. So a connector that
 * asks for something else than it was told to gets other rows.
 */
export function opaqueQueries(
  named: Pick<Queries, 'all' | 'refused' | 'canonical'>,
): DataModel['compile'] {
  const canonical = (text: string) => named.canonical?.(text) ?? text
  const all = canonical(named.all)
  const refused = named.refused === undefined ? undefined : canonical(named.refused)
  return (written) => {
    const text = canonical(written)
    if (text === refused) throw new QueryError('the query cannot be read')
    return { selector: text === all ? ALL_ROWS : someRows(text), fails: {} }
  }
}

const whole = { project: (row: Row) => row, whole: true }

const ALL_ROWS: Selector = {
  ...whole,
  select: ({ size }) => ({ total: size, indexAt: (position) => position, bytes: 0 }),
}

/** Some of the rows of any data set: which ones depends on the text, and on nothing else. */
function someRows(text: string): Selector {
  return { ...whole, select: (dataSet) => someOf(dataSet, hashOf(text)) }
}

function someOf({ size }: DataSet, bits: number): Selection {
  // Of two rows or more there is always one.
  const sure = bits % 2
  const isSelected = (index: number) => index === sure || scramble(bits ^ index) % 2 === 0
  const selected = new Uint32Array(size)
  let total = 0
  for (let index = 0; index < size; index += 1) {
    if (isSelected(index)) selected[total++] = index
  }
  const kept = selected.slice(0, total)
  return {
    total,
    indexAt: (position) => kept[position] as number,
    bytes: kept.byteLength,
  }
}
