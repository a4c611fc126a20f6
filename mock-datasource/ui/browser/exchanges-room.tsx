import { computed, signal } from '@preact/signals'
import { ExchangeDetail } from './exchange-detail.tsx'
import { held as bodies, isLooking, lookFor } from './holding.ts'
import { about, allExchanges, known } from './live.ts'
import { VirtualList } from './virtual-list.tsx'
import type { Glance } from './wire.ts'

const narrow = matchMedia('(max-width: 44rem)')
const rowHeight = signal(narrow.matches ? 58 : 34)
narrow.addEventListener('change', () => {
  rowHeight.value = narrow.matches ? 58 : 34
})

interface Filter {
  readonly operation: string
  readonly search: string
  readonly status: string
  readonly fault: string
  readonly text: string
}
const ALL: Filter = { operation: '', search: '', status: '', fault: '', text: '' }
export const filter = signal<Filter>(ALL)
const isHeld = signal(false)
let held: readonly Glance[] = []

const listed = computed((): readonly Glance[] => {
  known.value
  const wanted = filter.value
  const all = isHeld.value ? held : allExchanges()
  // A copy: what it was made of changes in place.
  return wanted === ALL ? all.slice() : all.filter((glance) => passes(glance, wanted))
})
const opened = signal<number | undefined>(undefined)

function passes(glance: Glance, { operation, search, status, fault, text }: Filter): boolean {
  return (
    (operation === '' || (glance.operation ?? 'none') === operation) &&
    (search === '' || (glance.search_id ?? '').includes(search)) &&
    (status === '' || statusOf(glance) === status) &&
    (fault === '' || (fault === 'any' ? glance.fault !== undefined : glance.fault === undefined)) &&
    (text === '' ||
      holds(glance, text.toLowerCase()) ||
      bodies.value.sequences.has(glance.sequence))
  )
}

function statusOf({ status }: Glance): string {
  return status === undefined ? 'none' : `${String(status)[0]}xx`
}

function holds({ path, method, unexpected = '', fault, search_id = '' }: Glance, text: string) {
  const told = `${method} ${path} ${search_id} ${unexpected} ${fault?.kind ?? ''} ${fault?.id ?? ''}`
  return told.toLowerCase().includes(text)
}

/** Exchanges as they come, the newest first. */
export function ExchangesRoom() {
  const list = listed.value
  const at = (index: number) => list[list.length - 1 - index] as Glance
  const chosen = opened.value === undefined ? -1 : placeOf(list, opened.value)
  return (
    <div class={opened.value === undefined ? 'split' : 'split opened'}>
      <section aria-label="Exchanges" class="list">
        <FilterBar found={list.length} />
        {list.length === 0 ? <Nothing /> : null}
        <VirtualList
          label="Exchanges, the newest first"
          count={list.length}
          rowHeight={rowHeight.value}
          keyOf={(index) => at(index).sequence}
          chosen={chosen}
          row={(index) => <Row glance={at(index)} />}
          choose={(index) => {
            opened.value = at(index).sequence
          }}
          leave={() => {
            opened.value = undefined
          }}
        />
      </section>
      {opened.value === undefined ? null : (
        <ExchangeDetail
          key={opened.value}
          sequence={opened.value}
          close={() => {
            opened.value = undefined
          }}
        />
      )}
    </div>
  )
}

function placeOf(list: readonly Glance[], sequence: number): number {
  const index = list.findLastIndex((glance) => glance.sequence === sequence)
  return index < 0 ? -1 : list.length - 1 - index
}

function Nothing() {
  if (filter.value !== ALL) return <p class="empty">No exchange is like that.</p>
  return (
    <p class="empty">
      Nothing has been asked yet. What your connector asks shows here as it happens.
    </p>
  )
}

function Row({ glance }: { readonly glance: Glance }) {
  const { time, method, path, operation, status, rows, milliseconds, fault, search_id } = glance
  const base = about.value?.base_path ?? ''
  return (
    <div class="exchange">
      <time dateTime={time}>{new Date(time).toTimeString().slice(0, 8)}</time>
      <span class={`status s${String(status ?? '')[0] ?? '0'}`}>
        {status ?? (milliseconds === undefined ? '…' : '—')}
      </span>
      <span class={operation === undefined ? 'operation none' : 'operation'}>
        {operation ?? 'no operation'}
      </span>
      <span class="path" title={path}>
        <b>{method}</b> {shortened(path, base, search_id)}
      </span>
      <span class="search">{search_id ?? ''}</span>
      <span class="struck">{fault ? <mark title={fault.id}>{fault.kind}</mark> : null}</span>
      <span class="rows">{rows === undefined ? '' : `${rows.toLocaleString('en')} rows`}</span>
      <span class="took">{milliseconds === undefined ? '…' : `${milliseconds} ms`}</span>
    </div>
  )
}

/** Without what all have in common, and with the beginning of a long id. */
function shortened(path: string, base: string, id: string | undefined): string {
  const own = base !== '' && path.startsWith(`${base}/`) ? path.slice(base.length) : path
  if (id === undefined || id.length <= 12) return own
  return own.replace(encodeURIComponent(id), `${id.slice(0, 8)}…`)
}

function FilterBar({ found }: { readonly found: number }) {
  const set = (name: keyof Filter) => (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement
    const changed = { ...filter.value, [name]: value }
    if (name === 'text') lookFor(value)
    filter.value = Object.values(changed).every((each) => each === '') ? ALL : changed
  }
  const { operation, search, status, fault, text } = filter.value
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()} aria-label="Filters">
      <input
        type="search"
        aria-label="Text in path, search, fault, problem, headers or bodies"
        placeholder="Filter by text"
        value={text}
        onInput={set('text')}
      />
      <select aria-label="Operation" value={operation} onChange={set('operation')}>
        <option value="">any operation</option>
        {about.value?.operations.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
        <option value="none">no operation</option>
      </select>
      <select aria-label="Status" value={status} onChange={set('status')}>
        <option value="">any status</option>
        {['2xx', '3xx', '4xx', '5xx'].map((each) => (
          <option key={each}>{each}</option>
        ))}
        <option value="none">no answer</option>
      </select>
      <select aria-label="Fault" value={fault} onChange={set('fault')}>
        <option value="">fault or not</option>
        <option value="any">struck by a fault</option>
        <option value="none">not struck</option>
      </select>
      <input
        aria-label="Search id"
        placeholder="search id"
        class="short"
        value={search}
        onInput={set('search')}
      />
      <button
        type="button"
        class="quiet"
        aria-pressed={isHeld.value}
        onClick={() => {
          held = allExchanges().slice()
          isHeld.value = !isHeld.value
        }}
      >
        {isHeld.value ? 'Go on' : 'Hold'}
      </button>
      <output class="found">
        {found.toLocaleString('en')} shown{isLooking.value ? ', still looking' : ''}
      </output>
    </form>
  )
}
