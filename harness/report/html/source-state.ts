import type { Snapshot } from '../../../mock-datasource/index.ts'
import { describeCase } from '../brief/describe-case.ts'
import { sizeOf } from '../lines/state-lines.ts'
import type { SearchNames } from '../words/search-names.ts'
import { type Html, html } from './html.ts'

const MOST_SEARCHES = 6

/** The state of the data source before the call that broke the clause. */
export function sourceState(snapshot: Snapshot, names: SearchNames): Html {
  const { searches, faults } = snapshot
  const known = new Set(searches.map(({ id }) => id))
  const rows = [
    ...searches.map(({ id, status, progress, total }) =>
      searchItem(id, names, `${status}, ${progress} %, ${total} rows`),
    ),
    ...[...names.ids.keys()]
      .filter((id) => !known.has(id))
      .map((id) => searchItem(id, names, 'not there')),
  ]
  const left = rows.length - MOST_SEARCHES
  const more = left > 0 ? html`<li>… ${left} more searches</li>` : ''
  const struck = faults.map(({ spec: { kind, ...rest } }) => {
    const words = describeCase(rest)
    return html`<li><b>fault ${kind}</b>${words === '' ? '' : ` ${words}`}</li>`
  })
  return html`<h5>The data source before it</h5>
<ul class="state"><li>${sizeOf(snapshot)}</li>${rows.slice(0, MOST_SEARCHES)}${more}${struck}</ul>`
}

function searchItem(id: string, { ids }: SearchNames, words: string): Html {
  const name = ids.get(id)
  return html`<li><b>${name ?? id}</b> ${words}${name === undefined ? '' : html`<small><code>${id}</code></small>`}</li>`
}
