import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ask } from './control-plane.ts'
import { Body } from './tree.tsx'
import type { ServedPage } from './wire.ts'

const SIZES = [10, 100, 1_000]

/** Where a page begins, and what led to it. */
interface Place {
  readonly offset: number
  readonly next?: string
}
const FIRST: Place = { offset: 0 }

/** The pages of a search, one after the other, as the data source gives them to who follows them. */
export function SearchPages({ id }: { readonly id: string }) {
  const way = useSignal<readonly Place[]>([FIRST])
  const size = useSignal(SIZES[0] as number)
  const page = useSignal<ServedPage | undefined>(undefined)
  const problem = useSignal('')
  const [place = FIRST] = way.value.slice(-1)
  const [pages, limit] = [way.value.length - 1, size.value]
  useEffect(() => {
    const asked = new URLSearchParams({
      ...{ after: String(place.offset), limit: String(limit), pages: String(pages) },
      ...(place.next !== undefined && { next: place.next }),
    })
    ask<ServedPage>({ method: 'GET', path: `/searches/${encodeURIComponent(id)}/page?${asked}` })
      .then((found) => {
        page.value = found
        problem.value = ''
      })
      .catch((error: Error) => {
        problem.value = error.message
      })
  }, [id, place, pages, limit])
  if (problem.value !== '') return <p class="empty">{problem.value}</p>
  if (page.value === undefined) return null
  const { request, response, rows = 0, next } = page.value
  const isLast = next === null || rows === 0 || response.status >= 300
  return (
    <div class="rows-shown">
      <div class="actions">
        <button
          type="button"
          disabled={pages === 0}
          onClick={() => {
            way.value = way.value.slice(0, -1)
          }}
        >
          Before
        </button>
        <span>
          Page {pages + 1}, {rows.toLocaleString('en')} {rows === 1 ? 'row' : 'rows'}
        </span>
        <button
          type="button"
          disabled={isLast}
          onClick={() => {
            const behind = { offset: place.offset + rows, ...(next != null && { next }) }
            way.value = [...way.value, behind]
          }}
        >
          Next
        </button>
        <label class="size-of-page">
          Rows a page
          <select
            value={limit}
            onChange={(event) => {
              size.value = Number(event.currentTarget.value)
              way.value = [FIRST]
            }}
          >
            {SIZES.map((each) => (
              <option key={each} value={each}>
                {each.toLocaleString('en')}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="asked">
        <span class={`status s${String(response.status)[0]}`}>{response.status}</span>{' '}
        <b>{request.method}</b> <code>{request.path}</code>
      </p>
      <Body text={response.body ?? ''} />
    </div>
  )
}
