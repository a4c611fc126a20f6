import type { Description } from '../../contracts/data-source/description.ts'
import type { Value } from '../engine/row.ts'
import type { Source } from '../engine/source.ts'
import type { Store } from '../engine/store.ts'
import type { OrderedRows } from './paging/paging-style.ts'

/** The rows that a query selects, which are in the order of their times, and of their keys where these are equal. */
export async function orderedRows(
  row: Description['row'],
  store: Store,
  { source, query }: { readonly source: Source; readonly query: string },
): Promise<OrderedRows> {
  const { selector } = store.compile(query, source)
  const selection = selector && (await store.selections.of(source, query, selector))
  const { dataSet } = source
  return {
    after(fields, values) {
      const comes = (position: number) => {
        const index = selection?.indexAt(position) ?? 0
        const own = fields.map((field) => sortValue(row, field, dataSet.value(index, field)))
        return isAfter(own, values)
      }
      return firstOf(selection?.total ?? 0, comes)
    },
  }
}

/** What a row is ordered by: times as milliseconds, whatever a page writes for them. */
export function sortValue(row: Description['row'], field: string, value: Value | undefined): Value {
  const isTime = field === row.time && typeof value === 'string'
  return isTime ? Date.parse(value) : (value ?? null)
}

/** The first of so many positions for which something holds that holds for all behind it too. */
function firstOf(total: number, holds: (position: number) => boolean): number {
  let [low, high] = [0, total]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function isAfter(own: readonly unknown[], values: readonly unknown[]): boolean {
  for (const [place, value] of own.entries()) {
    const other = values[place]
    if (value === other) continue
    return typeof value === typeof other && (value as string | number) > (other as string | number)
  }
  return false
}
