import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { ApiRoom } from './api-room.tsx'
import { isTokenWanted, useToken } from './control-plane.ts'
import { DeedBar } from './deed-bar.tsx'
import { ExchangesRoom } from './exchanges-room.tsx'
import { FaultsRoom } from './faults-room.tsx'
import { about, link, state } from './live.ts'
import { SearchesRoom } from './searches-room.tsx'
import { SettingsRoom } from './settings-room.tsx'
import { StateRoom } from './state-room.tsx'
import { ThemeButton } from './theme.tsx'

interface Room {
  readonly name: string
  readonly label: string
  readonly shows: ComponentType
  /** A number beside its name. */
  count?(): number
}

const ROOMS: readonly Room[] = [
  {
    name: 'exchanges',
    label: 'Exchanges',
    shows: ExchangesRoom,
    count: () => state.value?.counters['requests'] ?? 0,
  },
  {
    name: 'searches',
    label: 'Searches',
    shows: SearchesRoom,
    count: () => state.value?.search_count ?? 0,
  },
  {
    name: 'faults',
    label: 'Faults',
    shows: FaultsRoom,
    count: () => (state.value?.faults ?? []).filter(({ off }) => !off).length,
  },
  { name: 'settings', label: 'Settings', shows: SettingsRoom },
  { name: 'api', label: 'API', shows: ApiRoom },
  { name: 'state', label: 'State', shows: StateRoom },
]

/** The room that the address names. */
const room = signal(roomIn(location.hash))
addEventListener('hashchange', () => {
  room.value = roomIn(location.hash)
})
addEventListener('keydown', (event) => {
  const { target } = event
  const isTyping = target instanceof Element && target.closest('input, textarea, select') !== null
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  const chosen = ROOMS[Number(event.key) - 1]
  if (chosen) location.hash = chosen.name
})

function roomIn(hash: string): string {
  const name = hash.slice(1)
  return ROOMS.some((each) => each.name === name) ? name : 'exchanges'
}

export function Shell() {
  if (isTokenWanted.value) return <TokenForm />
  const Shown = ROOMS.find(({ name }) => name === room.value)?.shows ?? ExchangesRoom
  return (
    <div class="shell">
      <header class="top">
        <h1>
          <span class="mark" aria-hidden="true" />
          {about.value?.title ?? 'Mock data source'} <small>mock</small>
        </h1>
        <Link />
        <ThemeButton />
        <nav aria-label="Rooms">
          {ROOMS.map(({ name, label, count }, index) => (
            <a
              key={name}
              href={`#${name}`}
              aria-current={room.value === name ? 'page' : undefined}
              ref={room.value === name ? showChosen : null}
              title={`Key ${index + 1}`}
            >
              {label}
              {count && count() > 0 ? <b>{count().toLocaleString('en')}</b> : null}
            </a>
          ))}
        </nav>
      </header>
      <main>{about.value && state.value ? <Shown /> : <Waiting />}</main>
      <DeedBar />
    </div>
  )
}

/** On a phone not all of them can be seen at once. */
function showChosen(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'center' })
}

function Waiting() {
  return <p class="empty">{link.value === 'gone' ? 'The mock does not answer.' : 'One moment …'}</p>
}

function Link() {
  const words = { starting: 'connecting', live: 'live', gone: 'gone: trying again' }
  return (
    <span class={`link ${link.value}`} role="status">
      {words[link.value]}
      <span class="origin">{location.host}</span>
    </span>
  )
}

function TokenForm() {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement).get('token')
    useToken(String(given))
  }
  return (
    <main class="gate">
      <form onSubmit={submit} class="card">
        <h1>This mock asks for its token</h1>
        <p>It is what was given to --admin-token. It stays in this tab.</p>
        <label>
          Token
          <input name="token" type="password" required autoComplete="off" />
        </label>
        <button type="submit" class="primary">
          Open
        </button>
      </form>
    </main>
  )
}
