import { signal, useSignal } from '@preact/signals'
import { act } from './control-plane.ts'
import { about, refresh, state } from './live.ts'
import { SearchPages } from './search-pages.tsx'
import type { Request, Search } from './wire.ts'

const opened = signal<string | undefined>(undefined)

/** Searches at the data source, the newest first. */
export function SearchesRoom() {
  const searches = (state.value?.searches ?? []).toReversed()
  const count = state.value?.search_count ?? 0
  if ((about.value?.states.length ?? 0) === 0) {
    return <p class="empty">{about.value?.title} makes no searches: it answers queries at once.</p>
  }
  return (
    <div class="room">
      <NewSearch />
      <section aria-labelledby="living">
        <h2 id="living">Searches</h2>
        {searches.length < count ? (
          <p class="note">
            The newest {searches.length} of {count.toLocaleString('en')}.
          </p>
        ) : null}
        {searches.length === 0 ? <p class="empty">There is none. A query makes one.</p> : null}
        <ul class="searches">
          {searches.map((search) => (
            <OneSearch key={search.search_id} search={search} />
          ))}
        </ul>
      </section>
    </div>
  )
}

async function perform(said: string, request: Request): Promise<void> {
  await act(said, request)
  await refresh()
}

function NewSearch() {
  const query = useSignal(about.value?.queries.all ?? '')
  const make = (event: Event) => {
    event.preventDefault()
    void perform('Make a search', {
      method: 'POST',
      path: '/searches',
      body: { query: query.value },
    })
  }
  return (
    <form class="row new" onSubmit={make}>
      <input
        aria-label="Query"
        list="queries"
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value
        }}
      />
      <datalist id="queries">
        {about.value?.queries.examples.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <button type="submit">Make a search</button>
    </form>
  )
}

function wordFor(means: string): string | undefined {
  return about.value?.states.find((each) => each.means === means)?.word
}

function OneSearch({ search }: { readonly search: Search }) {
  const { search_id: id, status, progress, record_count: rows, query, polls } = search
  const means = about.value?.states.find(({ word }) => word === status)?.means ?? ''
  const isOpen = opened.value === id
  return (
    <li class="card search">
      <div class="head">
        <span class={`pill ${means.toLowerCase()}`}>{status}</span>
        <progress max={100} value={progress} aria-label={`Progress of ${id}`} />
        <span class="number">{progress} %</span>
        <span class="number">{rows.toLocaleString('en')} rows</span>
        <span class="number">{polls} polls</span>
        <code class="id" title={id}>
          {id}
        </code>
      </div>
      <code class="query">{query}</code>
      <div class="actions">
        <Moves search={search} isRunning={means === 'RUNNING'} />
        <button
          type="button"
          class="quiet"
          aria-expanded={isOpen}
          onClick={() => {
            opened.value = isOpen ? undefined : id
          }}
        >
          {isOpen ? 'Hide its pages' : 'Show its pages'}
        </button>
      </div>
      {isOpen ? <SearchPages id={id} /> : null}
    </li>
  )
}

function Moves({ search, isRunning }: { readonly search: Search; readonly isRunning: boolean }) {
  const { search_id: id, status, progress } = search
  const path = `/searches/${encodeURIComponent(id)}`
  const to = (said: string, body: unknown) => () =>
    perform(`${said} ${id}`, { method: 'POST', path: `${path}/advance`, body })
  const running = about.value?.states.filter(({ means }) => means === 'RUNNING') ?? []
  const place = running.findIndex(({ word }) => word === status)
  const next = running[Math.min(running.length - 1, place + 1)]?.word ?? status
  const ends: readonly [string, string, object][] = [
    ['Finish', 'COMPLETED', {}],
    ['Cancel', 'CANCELED', {}],
    ['Fail', 'ERROR', {}],
  ]
  const code = about.value?.no_such_search
  return (
    <>
      {isRunning ? (
        <>
          <button
            type="button"
            onClick={to('Advance', { status: next, progress: Math.min(99, progress + 25) })}
          >
            Advance
          </button>
          {ends.map(([label, means]) => {
            const word = wordFor(means)
            if (word === undefined) return null
            return (
              <button key={label} type="button" onClick={to(label, { status: word })}>
                {label}
              </button>
            )
          })}
        </>
      ) : null}
      {code === null || code === undefined ? null : (
        <button
          type="button"
          onClick={() =>
            perform(`Expire ${id}`, {
              ...{ method: 'POST', path: '/faults' },
              body: { kind: 'api-error', code, search: id },
            })
          }
        >
          Expire
        </button>
      )}
      <button type="button" onClick={() => perform(`Delete ${id}`, { method: 'DELETE', path })}>
        Delete
      </button>
    </>
  )
}
